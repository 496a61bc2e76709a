package vn.diaba.app.central;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.office.OfficeException;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Rights;
import vn.diaba.app.workspace.Setting;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.map.crs.CrsException;
import vn.diaba.store.backup.Backup;
import vn.diaba.store.content.Content;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.office.Token;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.Lease;
import vn.diaba.store.take.OfficeFile;
import vn.diaba.store.take.PartSize;
import vn.diaba.store.workspace.WorkspaceKeys;
import vn.diaba.store.workspace.WorkspaceSpec;

/**
 * Takes a part of a zone of a land database to the field, into a workspace of its own or one that has a part already. First it
 * tells what that will be; then it does it. Confined to one thread.
 */
public final class Take implements AutoCloseable {
    private static final long TIMES_ON_DISK = 3;

    private final String url;
    private final Path folder;
    private final Setting setting;
    private final UUID id;
    private final LandLine line;
    private @Nullable OpenWorkspace open;
    private OfficeData office = OfficeData.NONE;
    private int gone;

    private Take(String url, Path folder, Setting setting, UUID id, LandLine line, @Nullable OpenWorkspace open) {
        this.url = url;
        this.folder = folder;
        this.setting = setting;
        this.id = id;
        this.line = line;
        this.open = open;
    }

    /**
     * Connects a workspace that is still to be made.
     *
     * @param folder where it will be made, missing or empty
     * @throws RemoteException {@code sign-in-needed}, and what signing in and opening can meet
     */
    public static Take into(Path folder, String url, Setting setting, Credentials credentials)
            throws WorkspaceException, RemoteException, OfficeException {
        UUID id = UUID.randomUUID();
        return new Take(url, folder, setting, id, LandLine.open(url, id, setting, credentials), null);
    }

    /** Connects a workspace that is open; it is not closed with this. */
    public static Take into(OpenWorkspace open, String url, Credentials credentials)
            throws WorkspaceException, RemoteException, OfficeException {
        LandLine line = LandLine.open(url, open, credentials);
        return new Take(url, open.store().folder(), open.setting(), open.store().id(), line, open);
    }

    /** Has an open workspace changed on the thread that edits it, while the line itself is used on another. */
    public void mergeOn(Executor thread) {
        line.mergeOn(thread);
    }

    /** The zones of the land database that this user may see. */
    public List<Hello.Zone> zones() throws RemoteException {
        return line.remote().hello(id).zones();
    }

    /**
     * What taking an area will be.
     *
     * @param zone one of {@link #zones}
     */
    public TakePlan plan(Hello.Zone zone, Area area) throws RemoteException, StoreException {
        return plan(zone, area, false);
    }

    /**
     * The same with the contents of the attachments there, where they are wanted. To tell how much that is, the land of the area is
     * read.
     */
    public TakePlan plan(Hello.Zone zone, Area area, boolean attachments) throws RemoteException, StoreException {
        PartSize size = line.remote().size(zone.zone(), area);
        List<OfficeFile> files = OfficeData.wanted(line.remote().officeFiles(), folder);
        List<TakePlan.Check> checks = new ArrayList<>();
        if (size.own() == 0) {
            checks.add(new TakePlan.Check("ready-area-empty", false, List.of()));
        }
        checks.add(crs(zone.srid()));
        List<Content> contents = attachments ? contents(zone.zone(), area) : List.of();
        long contentBytes = contents.stream().mapToLong(Content::bytes).sum();
        checks.add(disk(size.bytes() + OfficeData.bytes(files) + contentBytes));
        rights(zone.zone()).ifPresent(checks::add);
        checks.addAll(workspace());
        List<Lease> others = new ArrayList<>(line.remote().fieldWork().leases(zone.zone()));
        others.removeIf(lease -> lease.client().equals(id));
        return new TakePlan(zone, area, size, files, contents, others, checks);
    }

    private List<Content> contents(int zone, Area area) throws RemoteException {
        List<Content> contents = new ArrayList<>();
        for (Attachment file : line.remote().part(zone, area).land().attachments()) {
            Content content = new Content(file.sha256(), file.bytes());
            boolean here = open != null && open.store().contents().has(content.sha256());
            if (!here && !contents.contains(content)) {
                contents.add(content);
            }
        }
        return contents;
    }

    private TakePlan.Check crs(int srid) {
        try {
            String name = setting.catalog().byCode(srid).name();
            boolean fits = open == null || open.store().spec().epsg() == srid;
            return new TakePlan.Check(fits ? "ready-crs" : "ready-crs-differs", fits, List.of(name, srid));
        } catch (CrsException e) {
            return new TakePlan.Check("ready-crs-unknown", false, List.of("", srid));
        }
    }

    private TakePlan.Check disk(long bytes) {
        Path place = folder.toAbsolutePath().normalize();
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        try {
            long free = Files.getFileStore(place).getUsableSpace();
            boolean enough = free > Math.max(DiskGuard.LEAST_FREE_BYTES, TIMES_ON_DISK * bytes);
            return new TakePlan.Check(enough ? "ready-disk" : "ready-disk-full", enough, List.of(free >> 20));
        } catch (IOException e) {
            return new TakePlan.Check("ready-disk-full", false, List.of(0));
        }
    }

    private Optional<TakePlan.Check> rights(int zone) throws RemoteException {
        Optional<Token> token = line.rights();
        if (token.isEmpty() && open != null) {
            token = Rights.find(open.store());
        }
        Instant now = setting.clock().instant();
        return token.map(rights -> {
            boolean writes = rights.mayWrite(zone);
            boolean lasts = rights.expires().isAfter(now.plus(Rights.SOON));
            String code = writes ? lasts ? "ready-token" : "ready-token-short" : "ready-token-reads";
            return new TakePlan.Check(code, writes && lasts, List.of(rights.user(), rights.expires()));
        });
    }

    private List<TakePlan.Check> workspace() throws StoreException {
        if (open == null) {
            return List.of();
        }
        WorkspaceKeys.Kept kept = WorkspaceKeys.look(folder, setting.keys());
        Optional<Backup> backup = open.store().backups().own().stream().findFirst();
        return List.of(
                new TakePlan.Check(
                        kept.office().isEmpty() ? "ready-key-only-here" : "ready-key",
                        !kept.office().isEmpty(),
                        List.of(kept.office())),
                backup.isEmpty()
                        ? new TakePlan.Check("ready-backup-none", false, List.of())
                        : new TakePlan.Check(
                                "ready-backup", true, List.of(backup.get().made())));
    }

    /**
     * Takes what was planned: makes the workspace when there is none, fetches the land, brings the office's data along, tells
     * others where it works and reserves numbers. May be repeated after a break.
     *
     * @param numbers how many to reserve on each sheet, 0 for none
     * @return the numbers that are reserved for the workspace
     * @throws RemoteException {@code area-empty} with the zone when no parcel lies in the area; {@code crs-differs}, {@code
     *     already-connected}, {@code workspace-not-empty}
     * @throws StoreException {@code office-data-not-taken}, and what making the workspace can meet
     */
    public List<NumberReserve.Run> take(TakePlan plan, int numbers, Progress progress)
            throws RemoteException, StoreException, JournalException, KeyException, CrsException, OfficeException,
                    WorkspaceException {
        int zone = plan.zone().zone();
        if (plan.size().own() == 0) {
            throw new RemoteException("area-empty", List.of(zone), null);
        }
        OpenWorkspace into = open;
        if (into == null) {
            String commune = zone > 1 ? String.format(Locale.ROOT, "%05d", zone) : "";
            WorkspaceSpec spec =
                    new WorkspaceSpec(plan.zone().name(), plan.zone().srid(), commune, 0);
            try (OpenWorkspace made = OpenWorkspace.create(id, folder, spec, setting)) {
                line.keep(made);
                return take(made, plan, numbers, progress);
            }
        }
        return take(into, plan, numbers, progress);
    }

    private List<NumberReserve.Run> take(OpenWorkspace into, TakePlan plan, int numbers, Progress progress)
            throws RemoteException, StoreException, JournalException, WorkspaceException {
        line.engine(into).take(plan.zone().zone(), plan.area(), progress);
        office = OfficeData.bring(line.remote().officeFiles(), folder, true, progress);
        gone = line.fetch(into, plan.contents(), progress).gone().size();
        Contact.keep(into, line.remote(), line.remote().hello(id));
        line.remember(into, setting.clock().instant());
        line.kit(into).begin(numbers);
        into.renewNumbers();
        return into.numbers().runs();
    }

    /** What taking brought of the office's files. */
    public OfficeData office() {
        return office;
    }

    /** How many contents were wanted that the land database has not, or not whole. */
    public int gone() {
        return gone;
    }

    /** Ends the lease of the workspace; its land and its numbers stay. */
    public void end() throws RemoteException, StoreException {
        if (open != null) {
            line.kit(open).end();
        }
    }

    @Override
    public void close() throws RemoteException {
        line.close();
    }
}
