package vn.diaba.app.central;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.office.OfficeException;
import vn.diaba.app.office.OfficeFile;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Rights;
import vn.diaba.app.workspace.Setting;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.edit.Judge;
import vn.diaba.cadastre.edit.Verdict;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.CancelledException;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.office.Token;
import vn.diaba.store.postgis.PostgisAddress;
import vn.diaba.store.postgis.PostgisLandDatabase;
import vn.diaba.store.postgis.PostgisPersons;
import vn.diaba.store.postgis.PostgisSchema;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.LocalAuthority;
import vn.diaba.store.remote.OfficeFiles;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.sync.FieldKit;
import vn.diaba.store.sync.LandDesk;
import vn.diaba.store.sync.ReceiptFile;
import vn.diaba.store.sync.Replica;
import vn.diaba.store.sync.Resolution;
import vn.diaba.store.sync.SyncEngine;
import vn.diaba.store.sync.SyncOutcome;
import vn.diaba.store.sync.SyncPlan;
import vn.diaba.store.take.Lease;

/** The line to a land database: opens it by its URL and brings a workspace and it together. Confined to one thread. */
public final class LandLine implements AutoCloseable {
    private static final String EMBEDDED = LocalAuthority.SCHEME;

    private final LandDatabase remote;
    private final SignedLine.@Nullable Fresh fresh;
    private Executor edit = Runnable::run;
    private Optional<Path> receipt = Optional.empty();
    private List<Lease> others = List.of();
    private List<Lease> intruded = List.of();
    private Optional<StoreException> receiptFault = Optional.empty();
    private OfficeData office = OfficeData.NONE;
    private Optional<Exception> officeFault = Optional.empty();

    private LandLine(LandDatabase remote) {
        this(remote, null);
    }

    private LandLine(LandDatabase remote, SignedLine.@Nullable Fresh fresh) {
        this.remote = remote;
        this.fresh = fresh;
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
        if (url.startsWith(PostgisAddress.SCHEME)) {
            PostgisAddress address = address(url, credentials);
            PostgisSchema.migrate(address);
            return new LandLine(new PostgisLandDatabase(address));
        }
        return new LandLine(
                LocalAuthority.create(folder(url), setting.keys(), judge(folder(url), setting), setting.clock()));
    }

    /** Opens a land database in a folder; else as {@link #create}. */
    public static LandLine open(String url, Setting setting)
            throws WorkspaceException, RemoteException, OfficeException {
        return new LandLine(
                LocalAuthority.open(folder(url), setting.keys(), judge(folder(url), setting), setting.clock()));
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
        if (url.startsWith(PostgisAddress.SCHEME)) {
            return new LandLine(new PostgisLandDatabase(address(url, credentials)));
        }
        return url.startsWith("http:") || url.startsWith("https:")
                ? new LandLine(SignedLine.open(url, open, credentials))
                : new LandLine(FolderLine.open(folder(url), open, credentials.user()));
    }

    /**
     * Opens a land database for a workspace that is still to be made.
     *
     * @param workspace its id
     * @throws RemoteException {@code sign-in-needed}, and as {@link #open(String, OpenWorkspace, Credentials)}
     */
    static LandLine open(String url, UUID workspace, Setting setting, Credentials credentials)
            throws WorkspaceException, RemoteException, OfficeException {
        if (url.startsWith(PostgisAddress.SCHEME)) {
            return new LandLine(new PostgisLandDatabase(address(url, credentials)));
        }
        if (url.startsWith("http:") || url.startsWith("https:")) {
            SignedLine.Fresh fresh = SignedLine.signIn(url, workspace, credentials, credentials.authorities());
            return new LandLine(fresh.line(), fresh);
        }
        return new LandLine(FolderLine.open(folder(url), workspace, setting, credentials.user()));
    }

    /**
     * The seal on persons in a land database on PostgreSQL.
     *
     * @param credentials of an administrator there
     * @throws RemoteException {@code land-database-unsafe} for any other address
     */
    public static PostgisPersons persons(String url, Credentials credentials) throws RemoteException {
        return new PostgisPersons(address(url, credentials));
    }

    /** Without a password the server may still let a client certificate in. */
    static PostgisAddress address(String url, Credentials credentials) throws RemoteException {
        String user = credentials.user();
        boolean isNamed = user.isEmpty() || url.contains("user=");
        String named = isNamed ? url : url + (url.contains("?") ? "&" : "?") + "user=" + user;
        char[] password = credentials.password().clone();
        return PostgisAddress.of(named, () -> password.length == 0 ? null : password.clone());
    }

    /** The folder of a land database without a server. */
    static Path folder(String url) throws WorkspaceException {
        if (!url.startsWith(EMBEDDED) || url.length() == EMBEDDED.length()) {
            throw new WorkspaceException("land-database-url-wrong", url);
        }
        return Path.of(url.substring(EMBEDDED.length()));
    }

    /** The workstation's own rules judge what becomes land, with the office data of the land database. */
    static LandJudge judge(Path folder, Setting setting) throws OfficeException {
        return judge(Judge.of(OfficeFile.in(folder).book(LocalDate.now(setting.clock()), 0, 0)));
    }

    private static LandJudge judge(Judge book) {
        return (before, after, act) ->
                Verdict.forbidding(Verdict.news(book, before, after, act), act.waivers()).stream()
                        .map(violation -> new LandJudge.Refusal(
                                violation.rule(),
                                violation.parcels(),
                                violation.place().east(),
                                violation.place().north(),
                                ""))
                        .toList();
    }

    /** A line that is open already. */
    static LandLine over(LandDatabase remote) {
        return new LandLine(remote);
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
        return replica(open).resolve(conflict, how);
    }

    /**
     * Decides several open conflicts alike, as one change of the land that can be undone as one.
     *
     * @return false when none of them is open
     */
    public static boolean resolve(OpenWorkspace open, Set<UUID> conflicts, Resolution how)
            throws StoreException, JournalException {
        return replica(open).resolve(conflicts, how);
    }

    private static boolean merge(OpenWorkspace open, ChangeSet act, Executor edit) throws JournalException {
        FutureTask<Boolean> task = new FutureTask<>(() -> open.session().merge(act) instanceof EditOutcome.Applied);
        edit.execute(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof JournalException journal) {
                throw journal;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The workspace's side of a sync on the thread that edits it. */
    static Replica replica(OpenWorkspace open) {
        return replica(open, Runnable::run);
    }

    private static Replica replica(OpenWorkspace open, Executor edit) {
        LandDesk desk = new LandDesk() {
            @Override
            public Fabric fabric() {
                return open.fabric();
            }

            @Override
            public boolean merge(ChangeSet act) throws JournalException {
                return LandLine.merge(open, act, edit);
            }
        };
        return new Replica(
                open.store().id(),
                open.store().spec().epsg(),
                desk,
                open.store().log(),
                open.store().sync(),
                judge(Judge.of(open.rules())));
    }

    SyncEngine engine(OpenWorkspace open) {
        return new SyncEngine(remote, replica(open, edit));
    }

    /** The zones the user may take. */
    public List<Hello.Zone> zones(OpenWorkspace open) throws RemoteException {
        return remote.hello(open.store().id()).zones();
    }

    /** Makes a zone of all land of a workspace. */
    public void load(OpenWorkspace open, int zone) throws RemoteException, StoreException {
        engine(open)
                .load(new ZoneSpec(
                        zone, open.store().spec().name(), open.store().spec().epsg()));
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
                    open.setting().clock().instant());
        } catch (StoreException e) {
            receiptFault = Optional.of(e);
        }
    }

    /** The lease and the reserved numbers of a workspace. */
    FieldKit kit(OpenWorkspace open) {
        return new FieldKit(remote, replica(open), open.setting().person());
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

    /** What a sync would do. */
    public SyncPlan plan(OpenWorkspace open, Resolution policy) throws RemoteException, StoreException {
        return engine(open).plan(policy);
    }

    /** The zone number for a commune: its code as a number, 1 when it has none. */
    public static int zoneOf(String commune) {
        boolean number =
                !commune.isEmpty() && commune.length() < 9 && commune.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Math.max(1, Integer.parseInt(commune)) : 1;
    }

    @Override
    public void close() throws RemoteException {
        remote.close();
    }
}
