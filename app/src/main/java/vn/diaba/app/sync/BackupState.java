package vn.diaba.app.sync;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.store.backup.Backup;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.workspace.WorkspaceBackups;

/**
 * The last backup: on the stick if one was chosen, else in the workspace's own folder. Immutable.
 *
 * @param place where it is looked for
 * @param made when it was written; null when there is none
 */
public record BackupState(Place place, @Nullable Instant made) {
    /** No workspace. */
    public static final BackupState NONE = new BackupState(Place.NOWHERE, null);

    /** Where backups go. */
    public enum Place {
        /** There is no workspace. */
        NOWHERE,
        /** Into the workspace's own folder only. */
        OWN,
        /** Onto a stick that is plugged in. */
        STICK,
        /** Onto a stick that is not plugged in. */
        STICK_AWAY
    }

    /** Reads it; on the edit thread. */
    static BackupState of(OpenWorkspace open) throws StoreException {
        Optional<WorkspaceBackups.Stick> stick = open.store().backups().stick();
        if (stick.isPresent()) {
            return new BackupState(
                    stick.get().isThere() ? Place.STICK : Place.STICK_AWAY,
                    stick.get().made());
        }
        return new BackupState(
                Place.OWN,
                open.store().backups().own().stream()
                        .findFirst()
                        .map(Backup::made)
                        .orElse(null));
    }
}
