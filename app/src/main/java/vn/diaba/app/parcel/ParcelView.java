package vn.diaba.app.parcel;

import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.model.ParcelId;

/** The card: facts in two columns; those that can be set are fields that Enter submits and Esc restores. FX thread only. */
public final class ParcelView extends ScrollPane {
    private static final double NAME_PX = 118;

    private final ParcelViewModel model;
    private final Tongue tongue;
    private final VBox content = new VBox();

    /** A view of this card. */
    public ParcelView(ParcelViewModel model, Tongue tongue) {
        this.model = model;
        this.tongue = tongue;
        content.getStyleClass().add("card");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        model.cardProperty().addListener((property, was, is) -> show(is));
        tongue.messagesProperty()
                .addListener((property, was, is) -> show(model.cardProperty().get()));
        show(null);
    }

    private void show(@org.jspecify.annotations.Nullable ParcelCard card) {
        content.getChildren().clear();
        if (card == null) {
            String several = model.summaryProperty().get();
            Label hint = new Label(several.isEmpty() ? tongue.say("card-empty") : several);
            hint.setWrapText(true);
            hint.getStyleClass().add("quiet");
            content.getChildren().add(hint);
            return;
        }
        Label title = new Label(tongue.say("card-title", card.title()));
        title.setId("cardTitle");
        title.setWrapText(true);
        title.getStyleClass().add("title");
        content.getChildren().add(title);
        if (!card.state().isEmpty()) {
            Label state = new Label(card.state());
            state.setWrapText(true);
            state.getStyleClass().add("warning");
            content.getChildren().add(state);
        }
        content.getChildren().add(grid(card));
        if (!card.neighbours().isEmpty()) {
            content.getChildren().addAll(subtitle("card-neighbours"), links(card.neighbours()));
        }
        if (!card.parents().isEmpty()) {
            Label parents = new Label(String.join(", ", card.parents()));
            parents.setWrapText(true);
            content.getChildren().addAll(subtitle("card-parents"), parents);
        }
    }

    private Label subtitle(String code) {
        Label label = new Label(tongue.say(code));
        label.getStyleClass().add("subtitle");
        return label;
    }

    private GridPane grid(ParcelCard card) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints(NAME_PX);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        grid.getColumnConstraints().addAll(names, values);
        int line = 0;
        for (ParcelCard.Row row : card.rows()) {
            boolean isOwn = tongue.messages().has(row.labelCode());
            Label name = new Label(isOwn ? tongue.say(row.labelCode()) : row.labelCode());
            name.getStyleClass().addAll("quiet", "name");
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(line++, name, row.attribute().isEmpty() ? plain(row) : field(row));
        }
        return grid;
    }

    private static Node plain(ParcelCard.Row row) {
        Label value = new Label(row.value());
        value.setWrapText(true);
        value.getStyleClass().add("value");
        return value;
    }

    /** A text that wraps; a click, or Enter when it has the focus, makes it a field. */
    private Node field(ParcelCard.Row row) {
        Label value = new Label(row.value().isEmpty() ? "–" : row.value());
        value.setWrapText(true);
        value.setMaxWidth(Double.MAX_VALUE);
        value.setFocusTraversable(true);
        value.getStyleClass().add("flat");
        value.setId("card." + row.attribute());
        StackPane place = new StackPane(value);
        value.setOnMouseClicked(event -> edit(place, value, row));
        value.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                edit(place, value, row);
                event.consume();
            }
        });
        return place;
    }

    private void edit(StackPane place, Label value, ParcelCard.Row row) {
        TextField field = new TextField(row.editable());
        field.getStyleClass().add("flat");
        field.setId("card." + row.attribute());
        field.setOnAction(event -> {
            String typed = field.getText().strip();
            place.getChildren().setAll(value);
            if (!typed.equals(row.editable())) {
                model.set(row.attribute(), typed);
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                place.getChildren().setAll(value);
                event.consume();
            }
        });
        place.getChildren().setAll(field);
        field.requestFocus();
        field.selectAll();
        field.focusedProperty().addListener((property, was, is) -> {
            if (!is) {
                place.getChildren().setAll(value);
            }
        });
    }

    private Node links(Map<ParcelId, String> neighbours) {
        FlowPane links = new FlowPane();
        links.getStyleClass().add("links");
        neighbours.forEach((id, label) -> {
            Hyperlink link = new Hyperlink(label);
            link.setOnAction(event -> model.go(id));
            links.getChildren().add(link);
        });
        return links;
    }
}
