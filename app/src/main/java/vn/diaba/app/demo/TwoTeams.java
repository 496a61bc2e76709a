package vn.diaba.app.demo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import vn.diaba.app.central.Central;
import vn.diaba.app.central.Credentials;
import vn.diaba.app.central.LandAddress;
import vn.diaba.app.central.LandLine;
import vn.diaba.app.central.LandUrl;
import vn.diaba.app.central.ReceiptPaper;
import vn.diaba.app.conflict.ConflictCard;
import vn.diaba.app.conflict.ConflictCards;
import vn.diaba.app.conflict.ConflictDrawing;
import vn.diaba.app.conflict.ConflictPicture;
import vn.diaba.app.conflict.NodeShift;
import vn.diaba.app.sample.ShippedSample;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.sample.SampleWard;
import vn.diaba.cadastre.sample.SampleWeek;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.office.Role;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.serve.CentralServer;
import vn.diaba.store.serve.ServerSetting;
import vn.diaba.store.sync.Conflict;
import vn.diaba.store.sync.ReceiptFile;
import vn.diaba.store.sync.Resolution;
import vn.diaba.store.sync.SyncOutcome;
import vn.diaba.store.wire.CentralOffice.Sight;
import vn.diaba.store.workspace.WorkspaceSpec;

/** Friday: two teams measured the same corner; the land database keeps one truth, and both end as the same land. */
final class TwoTeams {
    private static final double REACH_METRES = 2;
    private static final int WIDTH_PX = 1280;
    private static final int HEIGHT_PX = 800;

    private final DemoSetting demo;
    private final FieldPart field;
    private final SitePicture site;
    private final SampleWeek week = ShippedSample.week();
    private final List<String> accounts = List.of("tổ1", "tổ2");
    private final char[] password = UUID.randomUUID().toString().toCharArray();

    TwoTeams(DemoSetting demo) {
        this.demo = demo;
        field = new FieldPart(demo);
        site = new SitePicture(demo);
    }

    /** Tells it; gives the picture of the conflict, the receipt, and the picture one team had from the other. */
    List<Path> meet() throws Exception {
        demo.teller().chapter("demo-teams");
        String folder = LandUrl.of(demo.central());
        LandLine.create(folder, demo.setting(), Credentials.NONE).close();
        try (OpenWorkspace first = OpenWorkspace.open(demo.workspace(), demo.setting());
                Central central = Central.open(demo.central(), demo.setting())) {
            int zone;
            try (LandLine line = LandLine.open(folder, demo.setting())) {
                zone = line.load(first);
            }
            demo.teller().say("demo-loaded", first.fabric().parcelCount());
            for (String team : accounts) {
                central.register().add(central.keeper(), team, Role.SURVEYOR, password);
                central.register().scope(central.keeper(), team, new Sight(zone, true, true), false);
            }
            WorkspaceSpec spec = new WorkspaceSpec(
                    SampleWard.NAME + " (2)", SampleWard.EPSG, SampleWard.COMMUNE_CODE, SampleWard.SCALE);
            try (OpenWorkspace second = OpenWorkspace.create(demo.second(), spec, demo.setting())) {
                meet(central, first, second);
            }
        }
        for (Path workspace : List.of(demo.workspace(), demo.second(), demo.field())) {
            reachByFolder(workspace, folder);
        }
        return List.of(picture(), receipt(), site.fetched());
    }

    /** Nobody serves the land database when the story is told; who looks around later finds it in its folder. */
    private static void reachByFolder(Path workspace, String folder) throws StoreException {
        LandAddress served = LandAddress.find(workspace).orElseThrow();
        new LandAddress(folder, served.user(), served.syncedAt()).keep(workspace);
    }

    private Path picture() {
        return demo.out().resolve("conflict.png");
    }

    private Path receipt() {
        return demo.out().resolve("receipt.pdf");
    }

    /** Draws the conflict as the window shows it. */
    private void draw(OpenWorkspace open, List<Conflict> conflicts) throws Exception {
        ConflictCards cards = new ConflictCards(open.fabric(), week.teams().get(1), demo.messages());
        ConflictCard card = cards.of(conflicts).get(0);
        new ConflictPicture(demo.messages()).write(card, open.fabric(), WIDTH_PX, HEIGHT_PX, picture());
        NodeShift node = card.sketch().nodes().get(0);
        ConflictDrawing drawing = new ConflictDrawing(demo.messages());
        demo.teller()
                .say(
                        "demo-conflict-drawn",
                        card.title(),
                        node.apartMetres().map(drawing::centimetres).orElse("0"),
                        picture());
    }

    /** Prints the receipt of the last sync. */
    private void print(OpenWorkspace open, String url) throws Exception {
        Path newest = ReceiptFile.all(open.store().folder()).get(0);
        ReceiptFile.Kept kept = ReceiptFile.read(newest);
        ReceiptPaper.Heading heading =
                new ReceiptPaper.Heading(open.store().spec().name(), open.person(), url);
        int pages = new ReceiptPaper(demo.messages(), open.setting().clock().getZone()).write(kept, heading, receipt());
        demo.teller().say("demo-receipt", kept.receipt().lines().size(), pages, receipt());
    }

    private void meet(Central central, OpenWorkspace first, OpenWorkspace second) throws Exception {
        int port;
        String url;
        try (CentralServer server = central.serve(here(0))) {
            port = server.port();
            url = server.url();
            demo.teller().say("demo-serving", url);
            sync(first, url, 0, Resolution.ASK);
            sync(second, url, 1, Resolution.ASK);
            demo.teller().say("demo-taken", second.fabric().parcelCount());
            Credentials account = new Credentials(accounts.get(1), password, null);
            field.take(
                    week.teams().get(1), url, first.fabric(), contested(first).id(), account);
        }
        move(first, week.contested().first(), 0);
        move(second, week.contested().second(), 1);
        ParcelId parcel = first.fabric().parcelsAt(contested(first).id()).get(0);
        site.attach(first, parcel, week.teams().get(0));
        withoutALine(first, url);
        try (CentralServer server = central.serve(here(port))) {
            SyncOutcome sent = sync(first, server.url(), -1, Resolution.ASK);
            demo.teller().say("demo-sent", week.teams().get(0), fate(sent));
            SyncOutcome conflict = sync(second, url, -1, Resolution.ASK);
            if (!(conflict instanceof SyncOutcome.NeedsDecision needs)) {
                throw new DemoException(
                        "sample-not-as-expected", conflict.getClass().getSimpleName());
            }
            demo.teller()
                    .say("demo-conflict", needs.conflicts().size(), week.teams().get(1));
            draw(second, needs.conflicts());
            sync(second, url, -1, Resolution.KEEP_MINE);
            sync(first, url, -1, Resolution.ASK);
            requireSame(first, second);
            site.fetch(second, url, parcel, week.teams().get(1));
            print(second, url);
            field.compare(url, first.fabric());
        }
    }

    private void requireSame(OpenWorkspace first, OpenWorkspace second) throws DemoException {
        boolean same = first.fabric().equals(second.fabric());
        demo.teller()
                .say(same ? "demo-same-land" : "demo-other-land", week.teams().get(1));
        if (!same) {
            throw new DemoException("sample-not-as-expected", "fabric");
        }
    }

    private static ServerSetting here(int port) {
        return ServerSetting.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), null);
    }

    /** The first time a team signs in with its password; after that the token is enough. */
    private SyncOutcome sync(OpenWorkspace open, String url, int account, Resolution policy) throws Exception {
        Credentials credentials =
                account < 0 ? Credentials.NONE : new Credentials(accounts.get(account), password, null);
        try (LandLine line = LandLine.open(url, open, credentials)) {
            return line.sync(open, policy, Progress.NONE);
        }
    }

    private void withoutALine(OpenWorkspace open, String url) throws Exception {
        try {
            sync(open, url, -1, Resolution.ASK);
            throw new DemoException("sample-not-as-expected", url);
        } catch (RemoteException e) {
            demo.teller().say(e.code(), e.arguments().toArray());
            demo.teller()
                    .say("demo-kept", week.teams().get(0), open.store().sync().unsent());
        }
    }

    private static int fate(SyncOutcome outcome) {
        return outcome instanceof SyncOutcome.Synced synced ? synced.receipt().pushed() : 0;
    }

    private void move(OpenWorkspace open, EastNorth to, int team) throws Exception {
        Corner corner = contested(open);
        EditOutcome.Applied applied = DemoLand.apply(
                open,
                new MoveCorner(corner.id(), to, IdBlock.fresh(open.setting().clock())));
        demo.teller()
                .say(
                        "demo-moved",
                        week.teams().get(team),
                        applied.fabric().parcelsAt(corner.id()).size(),
                        to);
    }

    private Corner contested(OpenWorkspace open) throws DemoException {
        return open.fabric()
                .index()
                .nearestCorner(week.contested().place(), REACH_METRES)
                .orElseThrow(() -> new DemoException(
                        "sample-not-as-expected", week.contested().place()));
    }
}
