package vn.diaba.store.office;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.diaba.store.remote.RemoteException;

/**
 * What left a workspace with persons in it: a line each in its folder, only ever appended, each with the hash of the one before.
 * It tells who, when, how and how many, and names nobody else. Confined to the holder of the workspace's lock.
 */
public final class ReleaseLog {
    private static final String NAME = "persons-released.log";
    private static final String WHAT = "persons-released";

    private final AuditLog log;

    /** The log of a workspace, in its folder. */
    public ReleaseLog(Path workspace) {
        log = new AuditLog(workspace.resolve(NAME));
    }

    /**
     * One time.
     *
     * @param at when
     * @param who the account, or the user of a workspace without one
     * @param how form of the file or paper
     * @param records how many records
     */
    public record Release(Instant at, String who, String how, long records) {}

    /** Writes one down; it is on the disk afterwards. */
    public void write(Instant at, String who, String how, long records) throws RemoteException {
        log.append(new AuditLog.Line(at.truncatedTo(ChronoUnit.MICROS), who, WHAT, how, Long.toString(records)));
    }

    /**
     * All of them, oldest first.
     *
     * @throws RemoteException {@code audit-broken} with the first line that was altered
     */
    public List<Release> read() throws RemoteException {
        return log.read().stream()
                .map(line -> new Release(line.at(), line.user(), line.subject(), Long.parseLong(line.detail())))
                .toList();
    }
}
