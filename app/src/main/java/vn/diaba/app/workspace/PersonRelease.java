package vn.diaba.app.workspace;

import java.time.Clock;
import java.util.Optional;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.office.ReleaseLog;
import vn.diaba.store.office.Role;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.workspace.WorkspaceStore;

/**
 * Lets what names persons leave a workspace by right only, and writes down who took out what, and how much, before it leaves. In
 * a workspace of a land database with accounts the right is the role export or admin with sight of the zone's persons; in any
 * other its user decides. Safe.
 */
final class PersonRelease {
    private final WorkspaceStore store;
    private final Clock clock;
    private final String person;

    PersonRelease(OpenWorkspace open) {
        store = open.store();
        clock = open.setting().clock();
        person = open.person();
    }

    /** Who works in the workspace. */
    String person() {
        return person;
    }

    /**
     * Lets records leave.
     *
     * @param what how they leave
     * @param records how many
     * @throws ExportException {@code persons-not-yours-to-release}, {@code token-over}, {@code rights-ended}, {@code
     *     clock-behind}; nothing may leave then
     */
    void out(String what, long records) throws ExportException {
        try {
            Optional<Rights.Standing> standing = Rights.standing(store, clock);
            String who = standing.isPresent() ? standing.get().token().user() : person;
            if (standing.isPresent() && !mayRelease(standing.get())) {
                throw new ExportException("persons-not-yours-to-release", who);
            }
            new ReleaseLog(store.folder()).write(clock.instant(), who, what, records);
        } catch (RemoteException e) {
            throw new ExportException(e.code(), e.arguments(), e);
        } catch (StoreException e) {
            throw new ExportException(e.code(), e.arguments(), e);
        }
    }

    private static boolean mayRelease(Rights.Standing standing) {
        Role role = standing.token().role();
        return (role == Role.EXPORT || role == Role.ADMIN) && standing.token().seesPersons(standing.zone());
    }
}
