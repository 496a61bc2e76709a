package vn.diaba.app.workspace;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import vn.diaba.app.office.Office;
import vn.diaba.app.office.OfficeException;
import vn.diaba.app.office.OfficeFile;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.ActSource;
import vn.diaba.cadastre.edit.EditSession;
import vn.diaba.cadastre.edit.History;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.edit.Judge;
import vn.diaba.cadastre.edit.Signature;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsException;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.log.LogEntry;
import vn.diaba.store.take.Area;
import vn.diaba.store.workspace.WorkspaceSpec;
import vn.diaba.store.workspace.WorkspaceStore;

/**
 * A workspace folder opened for work: land, session, rules, store. Confined to the edit thread, but for {@link #fabric},
 * which any thread may call. Closed by the one who opened it.
 */
public final class OpenWorkspace implements AutoCloseable {
    private static final int PAGE = 10_000;

    private final WorkspaceStore store;
    private final Setting setting;
    private final Crs crs;
    private final Office office;
    private final RuleBook rules;
    private final EditSession session;
    private final NumberReserve numbers = new NumberReserve();
    private volatile Optional<Area> area = Optional.empty();
    private volatile String person;

    private OpenWorkspace(WorkspaceStore store, Setting setting, Crs crs) throws StoreException, OfficeException {
        this.store = store;
        this.setting = setting;
        this.crs = crs;
        office = OfficeFile.in(store.folder());
        rules = rules(office, LocalDate.now(setting.clock()));
        ActSource acts = id -> {
            try {
                return store.log().load(id);
            } catch (StoreException e) {
                throw new JournalException(e.code(), e.arguments(), e);
            }
        };
        renewNumbers();
        person = Rights.person(store, setting.person());
        session = new EditSession(
                store.fabric().numbered(numbers),
                Judge.of(rules),
                new EditSession.Memory(new Licence(store, setting.clock()), acts, History.of(steps(store))),
                new Signature(person, setting.clock(), null));
    }

    private static List<History.Step> steps(WorkspaceStore store) throws StoreException {
        List<History.Step> steps = new ArrayList<>();
        long from = 1;
        for (List<LogEntry> page = store.log().entries(from, PAGE);
                !page.isEmpty();
                page = store.log().entries(from, PAGE)) {
            for (LogEntry entry : page) {
                steps.add(new History.Step(entry.id(), entry.reverts(), entry.label()));
                from = entry.sequence() + 1;
            }
        }
        return steps;
    }

    /**
     * Makes a workspace in a folder that is missing or empty, and opens it.
     *
     * @throws WorkspaceException {@code crs-not-for-land} when the CRS is not a plane one in metres
     * @throws CrsException when there is no such CRS
     * @throws StoreException when the folder cannot be used; nothing is left behind then
     * @throws KeyException when the user's key cannot be kept
     */
    public static OpenWorkspace create(Path folder, WorkspaceSpec spec, Setting setting)
            throws WorkspaceException, CrsException, StoreException, KeyException, OfficeException {
        return create(UUID.randomUUID(), folder, spec, setting);
    }

    /**
     * The same under an id that a land database knows already.
     *
     * @throws WorkspaceException {@code crs-not-for-land} when the CRS is not a plane one in metres
     * @throws CrsException when there is no such CRS
     * @throws StoreException when the folder cannot be used; nothing is left behind then
     * @throws KeyException when the user's key cannot be kept
     */
    public static OpenWorkspace create(UUID id, Path folder, WorkspaceSpec spec, Setting setting)
            throws WorkspaceException, CrsException, StoreException, KeyException, OfficeException {
        Crs crs = setting.catalog().byCode(spec.epsg());
        if (!crs.isProjected() || !crs.isMetric()) {
            throw new WorkspaceException("crs-not-for-land", crs.name());
        }
        return new OpenWorkspace(WorkspaceStore.create(id, folder, spec, setting.keys()), setting, crs);
    }

    /**
     * Opens a workspace.
     *
     * @throws CrsException when its CRS is not known to this program
     * @throws StoreException when the folder is no workspace, is in use, or cannot be read
     * @throws KeyException when the user's key is missing or wrong
     * @throws OfficeException when its office data cannot be used
     */
    public static OpenWorkspace open(Path folder, Setting setting)
            throws CrsException, StoreException, KeyException, OfficeException {
        WorkspaceStore store = WorkspaceStore.open(folder, setting.keys());
        try {
            return new OpenWorkspace(
                    store, setting, setting.catalog().byCode(store.spec().epsg()));
        } catch (CrsException | StoreException | OfficeException e) {
            store.close();
            throw e;
        }
    }

    /** The land now. */
    public Fabric fabric() {
        return session.fabric();
    }

    /** Takes requests for change. */
    public EditSession session() {
        return session;
    }

    /** Which numbers new parcels get here. */
    public NumberReserve numbers() {
        return numbers;
    }

    /** Takes over what was reserved since; a workspace of a part of a zone gives no other numbers. Called by the edit thread. */
    public void renewNumbers() throws StoreException {
        area = store.sync().area();
        numbers.renew(store.sync().reservedNumbers(), area.isPresent());
    }

    /**
     * Who works here, as acts, audit rows and papers are signed: the account the workspace has at its land database, or the
     * {@link Setting#person} as long as it has none. Any thread may ask.
     */
    public String person() {
        return person;
    }

    /**
     * Signs acts from now on by the account the land database knows now.
     *
     * @param edit runs tasks on the thread that edits
     */
    public void renewPerson(Executor edit) {
        String now = Rights.person(store, setting.person());
        person = now;
        edit.execute(() -> session.signAs(now));
    }

    /** Whether it holds a part of a zone, taken to the field with its neighbours. */
    public boolean isPart() {
        return area.isPresent();
    }

    /** Live parcels that a change set made here alters although they were taken as neighbours only, to be read. */
    public List<ParcelId> neighboursIn(ChangeSet act) {
        return FieldArea.neighbours(area, fabric(), act);
    }

    /** The office's data: of the workspace folder's own file, or as shipped. */
    public Office office() {
        return office;
    }

    /** The rules of an office for this workspace's CRS and scale on a day. */
    public RuleBook rules(Office other, LocalDate asOf) {
        return other.book(asOf, store.spec().epsg(), store.spec().scale());
    }

    /** The rules land is judged by: the office's as of the day the workspace was opened. */
    public RuleBook rules() {
        return rules;
    }

    /** The project CRS. */
    public Crs crs() {
        return crs;
    }

    /** User, clock, keys, CRS catalogue. */
    public Setting setting() {
        return setting;
    }

    /** Journal, log, outbox. */
    public WorkspaceStore store() {
        return store;
    }

    @Override
    public void close() throws StoreException {
        store.close();
    }
}
