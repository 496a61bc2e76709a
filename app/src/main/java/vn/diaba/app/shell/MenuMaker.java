package vn.diaba.app.shell;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import vn.diaba.app.look.Theme;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.text.Language;
import vn.diaba.app.union.ReshapeKind;

/** Builds the menu bar. FX thread only. */
final class MenuMaker {
    private final Tongue tongue;

    private MenuMaker(Tongue tongue) {
        this.tongue = tongue;
    }

    /** The bar over these commands. */
    static MenuBar bar(Tongue tongue, Commands commands, MapPane map, ObjectProperty<Theme> theme) {
        MenuMaker maker = new MenuMaker(tongue);
        Menu tools = maker.menu("menu-tools");
        for (ToolKind kind : ToolKind.values()) {
            if (!kind.isInBar()) {
                continue;
            }
            MenuItem item = new MenuItem();
            item.textProperty().bind(maker.nameWithKey(kind.code(), kind.key()));
            item.setOnAction(event -> map.toolProperty().set(kind));
            tools.getItems().add(item);
        }
        Menu edit = maker.menu("menu-edit", commands.undo, commands.redo);
        edit.getItems().addAll(new SeparatorMenuItem(), maker.item(commands.selectNone));
        Menu view = maker.menu("menu-view", commands.zoomAll, commands.zoomSelection, commands.redraw);
        view.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        maker.item(commands.viewBack),
                        maker.item(commands.viewForward),
                        new SeparatorMenuItem(),
                        maker.item(commands.find),
                        new SeparatorMenuItem(),
                        maker.item(commands.panels),
                        maker.item(commands.fullScreen),
                        maker.themes(theme));
        Menu check = maker.menu("menu-checks", commands.check, commands.nextFault, commands.previousFault);
        Menu sync = maker.menu("menu-land-database", commands.sync, commands.conflicts, commands.take);
        sync.getItems().addAll(new SeparatorMenuItem(), maker.item(commands.secondOffice));
        Menu help = maker.menu("menu-help");
        help.getItems().add(maker.languages());
        Menu workspace = maker.menu("menu-workspace", commands.open, commands.sample);
        workspace
                .getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        maker.item(commands.takeIn),
                        maker.item(commands.export),
                        new SeparatorMenuItem(),
                        maker.item(commands.quit));
        MenuBar bar = new MenuBar(workspace, edit, maker.reshape(map), tools, view, check, sync, help);
        bar.setId("menu");
        return bar;
    }

    private Menu menu(String code, Command... commands) {
        Menu menu = new Menu();
        menu.textProperty().bind(tongue.text(code));
        for (Command command : commands) {
            menu.getItems().add(item(command));
        }
        return menu;
    }

    /** The edits by which land passes between parcels; merging is the first of them. */
    private Menu reshape(MapPane map) {
        Menu menu = menu("menu-reshape");
        MenuItem merge = new MenuItem();
        merge.textProperty().bind(nameWithKey(ToolKind.MERGE.code(), ToolKind.MERGE.key()));
        merge.setOnAction(event -> map.toolProperty().set(ToolKind.MERGE));
        menu.getItems().addAll(merge, new SeparatorMenuItem());
        for (ReshapeKind kind : ReshapeKind.values()) {
            MenuItem item = new MenuItem();
            item.setId("reshape." + kind);
            item.textProperty().bind(tongue.text(kind.code()).concat("…"));
            item.setOnAction(event -> map.reshape(kind));
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuItem item(Command command) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(tongue.text(command.code()));
        item.setAccelerator(command.keys());
        item.disableProperty().bind(command.disabled());
        item.setOnAction(event -> command.run().run());
        return item;
    }

    private javafx.beans.binding.StringBinding nameWithKey(String code, String key) {
        return javafx.beans.binding.Bindings.createStringBinding(
                () -> key.isEmpty() ? tongue.say(code) : tongue.say(code) + "  (" + key + ")",
                tongue.messagesProperty());
    }

    private Menu themes(ObjectProperty<Theme> theme) {
        Menu menu = menu("menu-theme");
        ToggleGroup group = new ToggleGroup();
        for (Theme each : Theme.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.textProperty().bind(tongue.text(each == Theme.LIGHT ? "theme-light" : "theme-dark"));
            item.setToggleGroup(group);
            item.setSelected(each == theme.get());
            item.setOnAction(event -> theme.set(each));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu languages() {
        Menu menu = menu("menu-language");
        ToggleGroup group = new ToggleGroup();
        for (Language each : Language.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.setText(each == Language.VIETNAMESE ? "Tiếng Việt" : "English");
            item.setId("language." + each.tag());
            item.setToggleGroup(group);
            item.setSelected(each == tongue.language());
            item.setOnAction(event -> tongue.speak(each));
            menu.getItems().add(item);
        }
        return menu;
    }
}
