package vn.diaba.app.demo;

import java.nio.file.Path;
import java.util.List;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.Setting;

/**
 * What the story needs. Immutable.
 *
 * @param out the folder everything goes to; exists and is empty
 * @param setting user, clock, keys, CRS catalogue
 * @param program the command line that starts this program again
 * @param messages sentences in the user's language
 * @param teller hears the story
 */
public record DemoSetting(Path out, Setting setting, List<String> program, Messages messages, Teller teller) {
    /** Copies the list. */
    public DemoSetting {
        program = List.copyOf(program);
    }

    /** The first team's workspace. */
    public Path workspace() {
        return out.resolve("workspace");
    }

    /** The second team's workspace. */
    public Path second() {
        return out.resolve("workspace-2");
    }

    /** The workspace with a part of the land that goes to the field. */
    public Path field() {
        return out.resolve("field");
    }

    /** The land database. */
    public Path central() {
        return out.resolve("land-database");
    }
}
