package vn.diaba.app.central;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.office.OfficeException;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Rights;
import vn.diaba.app.workspace.Setting;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.content.Content;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.office.Token;
import vn.diaba.store.postgis.PostgisAddress;
import vn.diaba.store.postgis.PostgisLandDatabase;
import vn.diaba.store.postgis.PostgisPersons;
import vn.diaba.store.postgis.PostgisSchema;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.OfficeFiles;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.sync.Conflict;
import vn.diaba.store.sync.FieldKit;
import vn.diaba.store.sync.ReceiptFile;
import vn.diaba.store.sync.Resolution;
import vn.diaba.store.sync.SyncEngine;
import vn.diaba.store.sync.SyncOutcome;
import vn.diaba.store.sync.SyncPlan;
import vn.diaba.store.take.Lease;

/** The line to a land database: opens it by its URL and brings a workspace and it together. Confined to one thread. */
public final class LandLine implements AutoCloseable {
    private final LandDatabase remote;
    private final SignedLine.@Nullable Fresh fresh;
    private final @Nullable LandAddress address;
    private Executor edit = Runnable::run;
    private Optional<Path> receipt = Optional.empty();
    private List<Lease> others = List.of();
    private List<Lease> intruded = List.of();
    private Optional<StoreException> receiptFault = Optional.empty();
    private OfficeData office = OfficeData.NONE;
    private Optional<Exception> officeFault = Optional.empty();

    private LandLine(LandDatabase remote, @Nullable LandAddress address) {
        this(remote, address, null);
    }

    private LandLine(LandDatabase remote, @Nullable LandAddress address, SignedLine.@Nullable Fresh fresh) {
        this.remote = remote;
        this.address = address;
        this.fresh = fresh;
    }

    private static LandAddress address(String url, Credentials credentials) throws WorkspaceException {
        String whole = LandUrl.isFolder(url) ? LandUrl.of(LandUrl.folder(url)) : url;
        return new LandAddress(whole, credentials.user(), null);
    }

    /** The land database at the other end. */
    LandDatabase remote() {
        return remote;
    }

    /** What the user may do there, as signed in; none for a land database without accounts. */
    Optional<Token> rights() throws RemoteException {
        return fresh == null ? Optional.empty() : Optional.of(fresh.pass().rights());
    }

    /** Keeps what signing in gave in the workspace it was done for. */
    void keep(OpenWorkspace open) throws RemoteException {
        if (fresh != null) {
            fresh.keep(open.store());
        }
    }

    /**
     * Makes an empty land database, or brings the schema of one on PostgreSQL up to date.
     *
     * @param url {@code embedded:DIR}, or {@code jdbc:postgresql://HOST/DATABASE?user=NAME}
     * @param credentials of a user who may make the schema; not asked for a folder
     * @throws WorkspaceException {@code land-database-url-wrong}
     * @throws RemoteException when it cannot be made
     * @throws OfficeException when its office data cannot be used
     */
    public static LandLine create(String url, Setting setting, Credentials credentials)
            throws WorkspaceException, RemoteException, OfficeException {
        if (LandUrl.isPostgis(url)) {
            PostgisAddress address = LandUrl.address(url, credentials);
            PostgisSchema.migrate(address);
            return new LandLine(new PostgisLandDatabase(address), address(url, credentials));
        }
        Path folder = LandUrl.folder(url);
        return new LandLine(
                LocalAuthority.create(folder, setting.keys(), OwnSide.judge(folder, setting), setting.clock()),
                address(url, credentials));
    }

    /** Opens a land database in a folder; else as {@link #create}. */
    public static LandLine open(String url, Setting setting)
            throws WorkspaceException, RemoteException, OfficeException {
        Path folder = LandUrl.folder(url);
        return new LandLine(
                LocalAuthority.open(folder, setting.keys(), OwnSide.judge(folder, setting), setting.clock()),
                address(url, Credentials.NONE));
    }

    /**
     * Opens a land database for a workspace: a folder, or a server where the user signs in or has signed in before.
     *
     * @param url {@code embedded:DIR}, {@code jdbc:postgresql://HOST/DATABASE?user=NAME}, {@code https://host:port}, or
     *     {@code http://} on this machine
     * @throws RemoteException {@code sign-in-needed}, {@code token-over}, and what signing in and opening can meet
     */
    public static LandLine open(String url, OpenWorkspace open, Credentials credentials)
            throws WorkspaceException, RemoteException, OfficeException {
        LandAddress address = address(url, credentials);
        if (LandUrl.isPostgis(url)) {
            return new LandLine(new PostgisLandDatabase(LandUrl.address(url, credentials)), address);
        }
        return LandUrl.isServer(url)
                ? new LandLine(SignedLine.open(url, open, credentials), address)
                : new LandLine(FolderLine.open(LandUrl.folder(url), open, credentials.user()), address);
    }

    /**
     * Opens a land database for a workspace that is still to be made.
     *
     * @param workspace its id
     * @throws RemoteException {@code sign-in-needed}, and as {@link #open(String, OpenWorkspace, Credentials)}
     */
    static LandLine open(String url, UUID workspace, Setting setting, Credentials credentials)
            throws WorkspaceException, RemoteException, OfficeException {
        LandAddress address = address(url, credentials);
        if (LandUrl.isPostgis(url)) {
            return new LandLine(new PostgisLandDatabase(LandUrl.address(url, credentials)), address);
        }
        if (LandUrl.isServer(url)) {
            SignedLine.Fresh fresh = SignedLine.signIn(url, workspace, credentials, credentials.authorities());
            return new LandLine(fresh.line(), address, fresh);
        }
        return new LandLine(FolderLine.open(LandUrl.folder(url), workspace, setting, credentials.user()), address);
    }

    /**
     * The seal on persons in a land database on PostgreSQL.
     *
     * @param credentials of an administrator there
     * @throws RemoteException {@code land-database-unsafe} for any other address
     */
    public static PostgisPersons persons(String url, Credentials credentials) throws RemoteException {
        return new PostgisPersons(LandUrl.address(url, credentials));
    }

    /** A line that is open already. */
    static LandLine over(LandDatabase remote) {
        return new LandLine(remote, null);
    }

    /**
     * Has the workspace remember this land database as its own, and by which account; the command line and the window look
     * there.
     *
     * @param synced when both were brought together; null when they were not
     */
    void remember(OpenWorkspace open, @Nullable Instant synced) throws RemoteException, StoreException {
        if (address != null) {
            String user = address.user().isEmpty()
                    ? Rights.find(open.store()).map(Token::user).orElse("")
                    : address.user();
            new LandAddress(address.url(), user, synced).keep(open.store().folder());
        }
        open.renewPerson(edit);
    }

    private static Instant now(OpenWorkspace open) {
        return open.setting().clock().instant();
    }

    /** Has merges done on the thread that edits the workspace, while the line itself is used on another. */
    public void mergeOn(Executor thread) {
        edit = thread;
    }

    /**
     * Decides an open conflict; no line is needed. What comes of it is sent by the next sync.
     *
     * @return false when there is no such open conflict
     */
    public static boolean resolve(OpenWorkspace open, UUID conflict, Resolution how)
            throws StoreException, JournalException {
        return OwnSide.replica(open).resolve(conflict, how);
    }

    /**
     * Decides several open conflicts alike, as one change of the land that can be undone as one.
     *
     * @return false when none of them is open
     */
    public static boolean resolve(OpenWorkspace open, Set<UUID> conflicts, Resolution how)
            throws StoreException, JournalException {
        return OwnSide.replica(open).resolve(conflicts, how);
    }

    SyncEngine engine(OpenWorkspace open) {
        return new SyncEngine(remote, OwnSide.replica(open, edit));
    }

    /** The zones the user may take. */
    public List<Hello.Zone> zones(OpenWorkspace open) throws RemoteException, StoreException {
        List<Hello.Zone> zones = remote.hello(open.store().id()).zones();
        remember(open, null);
        return zones;
    }

    /**
     * Makes a zone of all land of a workspace, with the number of its commune.
     *
     * @return that number
     */
    public int load(OpenWorkspace open) throws RemoteException, StoreException {
        int zone = LandUrl.zoneOf(open.store().spec().commune());
        load(open, zone);
        return zone;
    }

    /** Makes a zone of all land of a workspace. */
    public void load(OpenWorkspace open, int zone) throws RemoteException, StoreException {
        engine(open)
                .load(new ZoneSpec(
                        zone, open.store().spec().name(), open.store().spec().epsg()));
        remember(open, now(open));
    }

    /** Takes over what is new, merges, sends what waits. */
    public SyncOutcome sync(OpenWorkspace open, Resolution policy, Progress progress)
            throws RemoteException, StoreException, JournalException {
        return sync(open, null, policy, progress);
    }

    /** The same; a workspace that has no zone yet takes this one. */
    public SyncOutcome sync(OpenWorkspace open, @Nullable Integer zone, Resolution policy, Progress progress)
            throws RemoteException, StoreException, JournalException {
        SyncEngine engine = engine(open);
        others = List.of();
        try {
            SyncOutcome outcome = engine.run(zone, policy, progress);
            others = LeaseWatch.near(open, kit(open).renew());
            intruded = LeaseWatch.intruded(open, engine.receipt(), others);
            open.renewNumbers();
            write(open, engine);
            if (engine.hello().isPresent()) {
                Contact.keep(open, remote, engine.hello().get());
                bring(open, engine.hello().get().files(), progress);
            }
            remember(open, outcome instanceof SyncOutcome.NeedsScope ? null : now(open));
            return outcome;
        } catch (RemoteException | StoreException | JournalException | RuntimeException e) {
            write(open, engine);
            receiptFault.ifPresent(e::addSuppressed);
            if (e instanceof RemoteException said) {
                Rights.hear(open.store(), said);
            }
            throw e;
        }
    }

    /** What cannot be brought now comes by a later sync; nothing is taken back of what was done. */
    private void bring(OpenWorkspace open, String files, Progress progress) {
        office = OfficeData.NONE;
        officeFault = Optional.empty();
        Path folder = open.store().folder();
        try {
            if (remote.officeFiles() != OfficeFiles.NONE && OfficeData.isNew(files, folder)) {
                boolean maps = open.store().sync().area().isPresent();
                office = OfficeData.bring(remote.officeFiles(), folder, maps, progress);
            }
        } catch (RemoteException | StoreException e) {
            officeFault = Optional.of(e);
        }
    }

    /** What the last sync brought of the office's files. */
    public OfficeData office() {
        return office;
    }

    /** Why the last sync could not bring them; none when it could. */
    public Optional<Exception> officeFault() {
        return officeFault;
    }

    /** A receipt that cannot be written takes nothing back of what was done. */
    private void write(OpenWorkspace open, SyncEngine engine) {
        receipt = Optional.empty();
        receiptFault = Optional.empty();
        try {
            receipt = ReceiptFile.write(
                    open.store().folder(),
                    open.store().id(),
                    open.store().sync().checkpoint(),
                    engine.receipt(),
                    now(open));
        } catch (StoreException e) {
            receiptFault = Optional.of(e);
        }
    }

    /** The lease and the reserved numbers of a workspace. */
    FieldKit kit(OpenWorkspace open) {
        return new FieldKit(remote, OwnSide.replica(open), open.person());
    }

    /** Who else works where this workspace does, as of the last sync. */
    public List<Lease> others() {
        return others;
    }

    /** Those among them whose place the last sync sent changes of. */
    public List<Lease> intruded() {
        return intruded;
    }

    /** Why the receipt of the last sync could not be written; none when it could. */
    public Optional<StoreException> receiptFault() {
        return receiptFault;
    }

    /** Where the receipt of the last sync lies; none when it had nothing to do. */
    public Optional<Path> receipt() {
        return receipt;
    }

    /** Brings contents of attachments that are not here; what came before a break is not asked for again. */
    public SyncEngine.Fetched fetch(OpenWorkspace open, List<Content> wanted, Progress progress)
            throws RemoteException, StoreException {
        return engine(open).fetch(wanted, progress);
    }

    /** What a sync would do. */
    public SyncPlan plan(OpenWorkspace open, Resolution policy) throws RemoteException, StoreException {
        SyncPlan plan = engine(open).plan(policy);
        remember(open, null);
        return plan;
    }

    /**
     * What would need a decision: the conflicts that are open here, unless the policy decides them, and those a plan brings.
     *
     * @param policy the plan's
     */
    public static List<Conflict> undecided(OpenWorkspace open, SyncPlan plan, Resolution policy) throws StoreException {
        List<Conflict> all =
                new ArrayList<>(policy == Resolution.ASK ? open.store().sync().conflicts() : List.of());
        all.addAll(plan.conflicts());
        return all;
    }

    @Override
    public void close() throws RemoteException {
        remote.close();
    }
}
