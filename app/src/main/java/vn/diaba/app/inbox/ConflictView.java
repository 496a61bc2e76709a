package vn.diaba.app.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.conflict.ConflictCard;
import vn.diaba.app.conflict.ConflictDrawing;
import vn.diaba.app.conflict.NodeShift;
import vn.diaba.app.conflict.Version;
import vn.diaba.app.look.Shown;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.look.Words;
import vn.diaba.app.look.WrappedLabel;

/** The list of conflicts, the values of the one looked at side by side, and what to do with it. FX thread only. */
final class ConflictView extends HBox {
    private static final double HEIGHT_PX = 270;
    private static final double LIST_PX = 196;
    private static final double ROW_PX = 23;
    private static final double VALUE_PX = 160;
    private static final double MIN_BUTTON_PX = 80;
    private static final int MOST_NODES = 3;
    private static final double HEAD_ROWS = 1.3;

    private final ConflictViewModel model;
    private final Tongue tongue;
    private final Runnable edit;
    private final ListView<ConflictCard> list = new ListView<>();
    private final Label head = new WrappedLabel();
    private final TableView<ConflictCard.Row> values = new TableView<>();
    private final TableView<NodeShift> nodes = new TableView<>();
    private final Button mine = new Button();
    private final Button theirs = new Button();
    private final Button editNow = new Button();
    private final Button next = new Button();
    private final Button allMine = new Button();
    private final Button allTheirs = new Button();
    private final ComboBox<ConflictFilter> filter = new ComboBox<>();
    private boolean isFollowing;

    ConflictView(ConflictViewModel model, Tongue tongue, Runnable edit) {
        super(14);
        this.model = model;
        this.tongue = tongue;
        this.edit = edit;
        setId("conflictPanel");
        setPrefHeight(HEIGHT_PX);
        list.setId("conflictList");
        list.setMinHeight(0);
        filter.setId("conflictFilter");
        filter.setMaxWidth(Double.MAX_VALUE);
        filter.setItems(model.filters());
        filter.valueProperty().bindBidirectional(model.filterProperty());
        filter.setConverter(new Words<>(this::words));
        list.setItems(model.listed());
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (is != null && !isFollowing) {
                model.look(is);
            }
        });
        Label none = new Label();
        none.textProperty().bind(tongue.text("conflict-none"));
        none.setWrapText(true);
        none.getStyleClass().add("quiet");
        list.setPlaceholder(none);
        head.setId("conflictHead");
        values.setId("conflictValues");
        nodes.setId("conflictNodes");
        VBox middle = new VBox(6, head, tables(), buttons());
        HBox.setHgrow(middle, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(6, filter, list);
        left.setMinWidth(LIST_PX);
        left.setPrefWidth(LIST_PX);
        left.setMaxWidth(LIST_PX);
        getChildren().addAll(left, middle);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isControlDown() && !event.isAltDown() && press(event.getCode())) {
                event.consume();
            }
        });
        model.currentProperty().addListener((property, was, is) -> refresh());
        model.listed().addListener((ListChangeListener<ConflictCard>) change -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
        refresh();
    }

    private VBox tables() {
        for (TableView<?> table : List.of(values, nodes)) {
            table.setFixedCellSize(ROW_PX);
            table.setFocusTraversable(false);
            table.setPlaceholder(new Label());
            table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        }
        values.setRowFactory(table -> new TableRow<>() {
            @Override
            protected void updateItem(ConflictCard.@Nullable Row row, boolean isEmpty) {
                super.updateItem(row, isEmpty);
                getStyleClass().remove("undecided");
                if (row != null && !isEmpty && row.isOpen()) {
                    getStyleClass().add("undecided");
                }
            }
        });
        VBox tables = new VBox(6, values, nodes);
        VBox.setVgrow(values, Priority.ALWAYS);
        VBox.setVgrow(tables, Priority.ALWAYS);
        return tables;
    }

    private HBox buttons() {
        mine.setId("conflictMine");
        theirs.setId("conflictTheirs");
        editNow.setId("conflictEdit");
        next.setId("conflictNext");
        mine.setOnAction(event -> model.keepMine());
        theirs.setOnAction(event -> model.takeTheirs());
        editNow.setOnAction(event -> edit.run());
        next.setOnAction(event -> model.next());
        mine.getStyleClass().add("mine");
        theirs.getStyleClass().add("theirs");
        allMine.setId("conflictAllMine");
        allTheirs.setId("conflictAllTheirs");
        allMine.setOnAction(event -> model.keepAllMine());
        allTheirs.setOnAction(event -> model.takeAllTheirs());
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        for (Button each : List.of(mine, theirs, editNow, next, allMine, allTheirs)) {
            each.setMinWidth(USE_PREF_SIZE);
        }
        theirs.setMinWidth(MIN_BUTTON_PX);
        HBox buttons = new HBox(8, mine, theirs, editNow, next, spring, allMine, allTheirs);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }

    /** Does what a key is for. */
    boolean press(KeyCode code) {
        if (!ConflictTool.isChoice(code) || model.cards().isEmpty()) {
            return false;
        }
        if (code == KeyCode.N) {
            model.next();
        } else if (code == KeyCode.DIGIT1) {
            model.keepMine();
        } else if (code == KeyCode.DIGIT2) {
            model.takeTheirs();
        } else if (model.currentProperty().get() != null) {
            edit.run();
        }
        return true;
    }

    private String words(ConflictFilter wanted) {
        return wanted.kind() == ConflictFilter.Kind.ALL
                ? tongue.say("conflict-filter-all", wanted.count())
                : tongue.say("conflict-filter", wanted.value(), wanted.count());
    }

    /** Goes to the list, where arrows go from one to the next. */
    void focus() {
        list.requestFocus();
    }

    private void refresh() {
        ConflictCard card = model.currentProperty().get();
        int place = model.indexOfCurrent();
        isFollowing = true;
        if (place < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(place);
        }
        isFollowing = false;
        mine.setText(tongue.say("conflict-keep-mine"));
        theirs.setText(
                card == null ? tongue.say("conflict-take") : tongue.say("conflict-take-theirs", card.theirsBy()));
        editNow.setText(tongue.say("conflict-edit"));
        next.setText(tongue.say("conflict-next"));
        for (Button choice : List.of(mine, theirs, editNow)) {
            choice.setDisable(card == null);
        }
        int many = model.listed().size();
        next.setDisable(many < 2);
        allMine.setText(tongue.say("conflict-all-mine", many));
        allTheirs.setText(tongue.say("conflict-all-theirs", many));
        Shown.set(many > 1, allMine, allTheirs);
        Shown.set(model.filters().size() > 1, filter);
        if (card == null) {
            head.setText(tongue.say(
                    model.cards().isEmpty() ? "conflict-none" : "conflict-choose",
                    model.cards().size()));
        } else {
            head.setText(tongue.say("conflict-head", place + 1, many, card.title(), card.what()));
        }
        columns(card);
    }

    private void columns(@Nullable ConflictCard card) {
        values.getItems().setAll(card == null ? List.of() : card.rows());
        nodes.getItems().setAll(card == null ? List.of() : card.sketch().nodes());
        Shown.set(!nodes.getItems().isEmpty(), nodes);
        nodes.setPrefHeight((Math.min(nodes.getItems().size(), MOST_NODES) + HEAD_ROWS) * ROW_PX);
        nodes.setMinHeight(USE_PREF_SIZE);
        ConflictDrawing drawing = model.drawing();
        List<String> names = new ArrayList<>();
        for (Version version : Version.values()) {
            names.add(card == null ? "" : drawing.name(card, version));
        }
        values.getColumns()
                .setAll(List.of(
                        column(tongue.say("conflict-column-what"), 84, ConflictCard.Row::name),
                        column(names.get(0), VALUE_PX, ConflictCard.Row::base),
                        column(names.get(1), VALUE_PX, ConflictCard.Row::mine),
                        column(names.get(2), VALUE_PX, ConflictCard.Row::theirs)));
        nodes.getColumns()
                .setAll(List.of(
                        column(tongue.say("conflict-column-node"), 46, NodeShift::name),
                        column(tongue.say("conflict-column-mine"), 165, node -> shift(drawing, node, Version.MINE)),
                        column(tongue.say("conflict-column-theirs"), 165, node -> shift(drawing, node, Version.THEIRS)),
                        column(tongue.say("conflict-column-apart"), 80, node -> node.apartMetres()
                                .map(drawing::centimetres)
                                .orElse(""))));
    }

    private static String shift(ConflictDrawing drawing, NodeShift node, Version version) {
        return drawing.shift(Optional.ofNullable(node.base()), node.find(version));
    }

    private static <T> TableColumn<T, String> column(String title, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new SimpleStringProperty(text.apply(cell.getValue())));
        return column;
    }

    private final class Cell extends ListCell<ConflictCard> {
        Cell() {
            setWrapText(true);
            // As wide as the list, so that the words wrap instead of asking for a scroll bar.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ConflictCard card, boolean isEmpty) {
            super.updateItem(card, isEmpty);
            setText(
                    card == null || isEmpty
                            ? ""
                            : tongue.say(
                                    "conflict-in-list", card.title(), card.what(), card.theirsBy(), card.theirsAt()));
        }
    }
}
