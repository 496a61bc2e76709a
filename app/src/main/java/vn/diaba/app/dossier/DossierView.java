package vn.diaba.app.dossier;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.attach.FilesViewModel;
import vn.diaba.app.look.Choice;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.record.CaseFile;

/** The panel of the cases: the list at the left, the one looked at beside it. FX thread only. */
final class DossierView extends HBox {
    private static final double HEIGHT_PX = 282;
    private static final double ROW_PX = 23;
    private static final PseudoClass WORKED = PseudoClass.getPseudoClass("worked");

    private final DossierViewModel model;
    private final Tongue tongue;
    private final DossierTool.Surroundings around;
    private final TableView<CaseFile> list = new TableView<>();
    private final Button fresh = new Button();
    private boolean isFollowing;

    DossierView(DossierViewModel model, FilesViewModel files, Tongue tongue, DossierTool.Surroundings around) {
        super(14);
        this.model = model;
        this.tongue = tongue;
        this.around = around;
        setId("dossierPanel");
        setPrefHeight(HEIGHT_PX);
        setMinHeight(HEIGHT_PX);
        fresh.setId("dossierNew");
        fresh.textProperty().bind(tongue.text("dossier-new"));
        fresh.setMinWidth(USE_PREF_SIZE);
        CaseForm form = new CaseForm(model, tongue, around, new CaseFiles(model, files, tongue));
        fresh.setOnAction(event -> {
            model.look(null);
            form.begin();
        });
        table();
        VBox left = new VBox(6, head(), list);
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        getChildren().addAll(left, form);
        model.lookedProperty().addListener((property, was, is) -> mark(is));
        model.workedProperty().addListener((property, was, is) -> list.refresh());
        tongue.messagesProperty().addListener((property, was, is) -> list.refresh());
    }

    private Node head() {
        Choice<CaseFilter> filter = new Choice<>(
                tongue, model.filterProperty(), List.of(CaseFilter.values()), each -> tongue.say(each.code()));
        filter.setId("dossierFilter");
        filter.setMinWidth(USE_PREF_SIZE);
        TextField wanted = new TextField();
        wanted.setId("dossierWanted");
        wanted.promptTextProperty().bind(tongue.text("dossier-wanted"));
        wanted.textProperty().bindBidirectional(model.wantedProperty());
        HBox.setHgrow(wanted, Priority.ALWAYS);
        return new HBox(6, filter, wanted, fresh);
    }

    private void table() {
        list.setId("dossierList");
        list.setItems(model.shown());
        list.setFixedCellSize(ROW_PX);
        list.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label none = new Label();
        none.textProperty().bind(tongue.text("dossier-none"));
        none.setWrapText(true);
        none.getStyleClass().add("quiet");
        list.setPlaceholder(none);
        column("dossier-number", 66, CaseFile::number);
        column("dossier-kind", 92, file -> model.procedureName(file.procedure()));
        column("dossier-state", 80, this::state).setMinWidth(80);
        TableColumn<CaseFile, String> due = column("dossier-due", 88, this::due);
        due.setMinWidth(88);
        due(due);
        column("dossier-parcels", 48, file -> model.labels(file.parcels()));
        list.setRowFactory(table -> row());
        list.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (is != null && !isFollowing) {
                model.look(is);
            }
        });
        list.setOnKeyPressed(event -> {
            CaseFile file = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && file != null) {
                model.show(file).ifPresent(around::show);
                event.consume();
            }
        });
        model.shown().addListener((javafx.collections.ListChangeListener<CaseFile>)
                change -> mark(model.lookedProperty().get()));
    }

    private TableRow<CaseFile> row() {
        TableRow<CaseFile> row = new TableRow<>() {
            @Override
            protected void updateItem(@Nullable CaseFile file, boolean isEmpty) {
                super.updateItem(file, isEmpty);
                CaseFile worked = model.workedProperty().get();
                boolean isWorked = file != null
                        && !isEmpty
                        && worked != null
                        && worked.id().equals(file.id());
                pseudoClassStateChanged(WORKED, isWorked);
            }
        };
        row.setOnMouseClicked(event -> {
            CaseFile file = row.getItem();
            if (event.getClickCount() == 2 && file != null) {
                model.show(file).ifPresent(around::show);
            }
        });
        return row;
    }

    private TableColumn<CaseFile, String> column(String code, double widthPx, Function<CaseFile, String> text) {
        TableColumn<CaseFile, String> column = new TableColumn<>();
        column.textProperty().bind(tongue.text(code));
        column.setPrefWidth(widthPx);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(each -> new Words(false));
        list.getColumns().add(column);
        return column;
    }

    private void due(TableColumn<CaseFile, String> column) {
        column.setCellFactory(each -> new Words(true));
    }

    private String state(CaseFile file) {
        return tongue.say(CaseForm.stateCode(file));
    }

    private String due(CaseFile file) {
        return file.deadline() == null ? "" : tongue.messages().values().plain(file.deadline());
    }

    private void mark(@Nullable CaseFile file) {
        isFollowing = true;
        if (file == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(file);
        }
        isFollowing = false;
    }

    /** What does not fit is told when the pointer rests on it; a day that is over is red. */
    private final class Words extends TableCell<CaseFile, String> {
        private final boolean isDue;

        Words(boolean isDue) {
            this.isDue = isDue;
        }

        @Override
        protected void updateItem(@Nullable String text, boolean isEmpty) {
            super.updateItem(text, isEmpty);
            getStyleClass().remove("red");
            boolean isBare = isEmpty || text == null || text.isEmpty();
            setText(isBare ? null : text);
            setTooltip(isBare ? null : new Tooltip(text));
            CaseFile file = getTableRow() == null ? null : getTableRow().getItem();
            long days = isDue && !isBare && file != null ? model.daysLate(file) : 0;
            if (days > 0) {
                getStyleClass().add("red");
                setTooltip(new Tooltip(tongue.say("dossier-late-tip", days)));
            }
        }
    }

    /** How wide the form beside the list is. */
    static Region fixed(Region region, double widthPx) {
        region.setMinWidth(widthPx);
        region.setPrefWidth(widthPx);
        region.setMaxWidth(widthPx);
        return region;
    }
}
