package vn.diaba.app.shell;

import java.nio.file.Path;
import vn.diaba.app.edit.EditDesk;

/** The ways to a workspace. They do nothing by themselves; what they give is run on the edit thread. Safe. */
public interface Openers {
    /** Opens a folder. */
    EditDesk.Opener folder(Path folder);

    /** Opens the sample, made at its first opening. */
    EditDesk.Opener sample();
}
