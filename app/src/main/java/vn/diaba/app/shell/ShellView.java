package vn.diaba.app.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.action.Action;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Declined;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.history.HistoryView;
import vn.diaba.app.layers.LayersView;
import vn.diaba.app.look.Theme;
import vn.diaba.app.parcel.ObjectView;
import vn.diaba.app.parcel.ParcelView;
import vn.diaba.app.problems.ProblemsView;
import vn.diaba.app.problems.RemediesView;
import vn.diaba.cadastre.rule.Violation;

/** All of the window's content. FX thread only. */
public final class ShellView extends BorderPane {
    private static final double LEFT_PX = 200;
    private static final double RIGHT_PX = 336;

    private final ShellViewModel model;
    private final MapPane map;
    private final NotificationPane quietBar;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final Region left;
    private final Region right;
    private final SplitPane middle = new SplitPane();
    private final BorderPane centre = new BorderPane();

    /** The frame over these models. */
    public ShellView(ShellViewModel model) {
        this.model = model;
        map = new MapPane(model);
        FindBox findBox = new FindBox(model, map);
        Commands commands = new Commands(model, map, new Commands.Frame(findBox::requestFocus, this::togglePanels));
        map.getChildren().add(new WelcomeView(model, commands, map));
        quietBar = new NotificationPane(map);
        quietBar.setId("quietbar");
        quietBar.setShowFromTop(false);
        centre.setCenter(quietBar);
        map.toolPanelProperty().addListener((property, was, is) -> dock(is));
        left = left();
        right = right();
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(right, false);
        middle.getItems().addAll(left, centre, right);
        setTop(new VBox(
                MenuMaker.bar(model.tongue(), commands, map, theme),
                ToolBarMaker.bar(model.tongue(), commands, map, findBox)));
        setCenter(middle);
        setBottom(new StatusBarView(model, map));
        widthProperty().addListener((property, was, is) -> placeDividers());
        model.workspace().noticeProperty().addListener((property, was, is) -> say(is));
        model.tongue()
                .messagesProperty()
                .addListener((property, was, is) ->
                        say(model.workspace().noticeProperty().get()));
        theme.addListener((property, was, is) -> is.dress(getScene()));
    }

    /** The scene with the frame in it, dressed. */
    public Scene scene(double widthPx, double heightPx) {
        Scene scene = new Scene(this, widthPx, heightPx);
        theme.get().dress(scene);
        return scene;
    }

    /** The map with its tools. */
    public MapPane map() {
        return map;
    }

    /** Shows a tool's panel below the map; Esc in it leads back to the map. */
    private void dock(@Nullable Region panel) {
        centre.setBottom(panel);
        if (panel != null) {
            panel.getStyleClass().removeAll("toolpanel");
            panel.getStyleClass().add("toolpanel");
            panel.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ESCAPE) {
                    map.canvas().requestFocus();
                    event.consume();
                }
            });
        }
    }

    private Region left() {
        LayersView layers = new LayersView(model.layers(), model.tongue());
        HistoryView history = new HistoryView(model.history(), model.workspace(), model.tongue());
        VBox box = new VBox(layers, heading("panel-history"), history);
        VBox.setVgrow(history, Priority.ALWAYS);
        box.getStyleClass().add("side");
        box.setPrefWidth(LEFT_PX);
        box.setMinWidth(150);
        return box;
    }

    private Region right() {
        ParcelView card = new ParcelView(model.parcel(), model.papers(), model.tongue());
        VBox.setVgrow(card, Priority.ALWAYS);
        ObjectView object = new ObjectView(model.object(), model.files(), model.tongue());
        VBox.setVgrow(object, Priority.ALWAYS);
        card.managedProperty().bind(card.visibleProperty());
        card.visibleProperty().bind(object.visibleProperty().not());
        VBox upper = new VBox(heading("panel-parcel"), card, object);
        RemediesView remedies = new RemediesView(
                model.remedies(),
                model.problems(),
                model.tongue(),
                answer -> ReasonDialog.ask(
                        model, ReasonDialog.Purpose.ACCEPT, getScene().getWindow(), answer));
        ProblemsView problems = new ProblemsView(model.problems(), model.workspace(), model.tongue(), remedies);
        VBox.setVgrow(problems, Priority.ALWAYS);
        VBox lower = new VBox(heading("panel-problems"), problems);
        SplitPane both = new SplitPane(upper, lower);
        both.setOrientation(Orientation.VERTICAL);
        both.setDividerPositions(0.55);
        both.getStyleClass().add("side");
        both.setPrefWidth(RIGHT_PX);
        both.setMinWidth(250);
        return both;
    }

    private Label heading(String code) {
        Label heading = new Label();
        heading.textProperty().bind(model.tongue().text(code));
        heading.getStyleClass().add("heading");
        heading.setMaxWidth(Double.MAX_VALUE);
        return heading;
    }

    private void placeDividers() {
        if (middle.getItems().size() == 3 && getWidth() > LEFT_PX + RIGHT_PX) {
            middle.setDividerPositions(LEFT_PX / getWidth(), 1 - RIGHT_PX / getWidth());
        }
    }

    private void togglePanels() {
        if (middle.getItems().size() == 3) {
            middle.getItems().setAll(centre);
        } else {
            middle.getItems().setAll(left, centre, right);
            placeDividers();
        }
    }

    private void say(@Nullable Notice notice) {
        quietBar.getActions().clear();
        if (notice == null) {
            quietBar.hide();
            return;
        }
        String text = model.tongue()
                .messages()
                .sentence(notice.refusal().code(), notice.refusal().arguments());
        notice.findViolation().ifPresent(violation -> quietBar.getActions()
                .add(new Action(model.tongue().say("notice-show"), event -> show(violation))));
        notice.findKeepable().ifPresent(declined -> quietBar.getActions()
                .add(new Action(model.tongue().say("notice-keep"), event -> keep(declined))));
        quietBar.setText(notice.findViolation()
                .map(violation -> text + " " + model.problems().sentence(violation))
                .orElse(text));
        quietBar.show();
    }

    private void keep(Declined declined) {
        ReasonDialog.ask(model, ReasonDialog.Purpose.KEEP, getScene().getWindow(), reason -> model.workspace()
                .keep(declined, reason));
    }

    private void show(Violation violation) {
        model.problems().look(violation);
    }
}
