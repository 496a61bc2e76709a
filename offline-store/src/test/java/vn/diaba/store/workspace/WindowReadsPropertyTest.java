package vn.diaba.store.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.store.crash.Soak;

/**
 * What a window shows after edits, undone and done again, against all parcels looked at one by one: nothing twice, nothing
 * missing, from memory and from the tables, before and after opening anew.
 */
class WindowReadsPropertyTest {
    private static final int SIDE = 70;
    private static final int EDITS_A_LOOK = 25;

    @TempDir
    Path base;

    private final Random random = new Random(7);
    private final Deque<ChangeSet> done = new ArrayDeque<>();
    private final Deque<ChangeSet> undone = new ArrayDeque<>();
    private long count;
    private long forward;
    private long looks;

    @Test
    void windowsShowEveryParcelOnceAfterTwoThousandEdits() throws Exception {
        run(2_000);
    }

    @Test
    @Tag("soak")
    void windowsShowEveryParcelOnceAfterTwentyThousandEdits() throws Exception {
        run(Soak.of(20_000));
    }

    private void run(int edits) throws Exception {
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), SIDE, SIDE, 7), 7));
            edit(store, edits / 2);
        }
        try (WorkspaceStore store = Workspaces.open(base)) {
            look(store.fabric(), 20);
            edit(store, edits - edits / 2);
        }
        Fabric land;
        try (WorkspaceStore store = Workspaces.open(base)) {
            land = store.fabric();
            look(land, 20);
        }
        lookByTables(land);
        System.getLogger("windows")
                .log(
                        System.Logger.Level.INFO,
                        count + " edits, " + (count - forward) + " of them undo or redo, " + looks + " windows, "
                                + land.parcelCount() + " parcels");
    }

    private void edit(WorkspaceStore store, int edits) throws Exception {
        for (int n = 0; n < edits; n++) {
            store.journal().append(next(store.fabric()));
            if (n % EDITS_A_LOOK == 0) {
                look(store.fabric(), 1);
            }
        }
        look(store.fabric(), 20);
    }

    /** Half of them new; the others take back the last act or what took it back. */
    private ChangeSet next(Fabric land) {
        UUID id = new UUID(9, ++count);
        int kind = random.nextInt(8);
        if (kind < 3 && !done.isEmpty()) {
            ChangeSet undo = done.pop().inverse(id);
            undone.push(undo);
            return undo;
        }
        if (kind == 3 && !undone.isEmpty()) {
            ChangeSet redo = undone.pop().inverse(id);
            done.push(redo);
            return redo;
        }
        ChangeSet act = Workspaces.randomAct(land, random, id);
        done.push(act);
        undone.clear();
        forward++;
        return act;
    }

    private Extent window() {
        double east = 598_000 + random.nextDouble() * 10 * SIDE;
        double north = 1_214_000 + random.nextDouble() * 10 * SIDE;
        double wide = Math.pow(10, 3 * random.nextDouble());
        double high = Math.pow(10, 3 * random.nextDouble());
        return new Extent(east, north, east + wide, north + high);
    }

    private void look(Fabric land, int times) {
        for (int n = 0; n < times; n++) {
            looks++;
            Extent window = window();
            assertEquals(scan(land, window), sorted(land, window), "parcels in " + window);
            List<UUID> objects = new ArrayList<>();
            land.index().objectsIn(window, object -> objects.add(object.id()));
            List<UUID> all = new ArrayList<>();
            land.forEachObject(object -> {
                if (object.shape().extent().intersects(window)) {
                    all.add(object.id());
                }
            });
            assertEquals(
                    all.stream().sorted().toList(), objects.stream().sorted().toList(), "objects in " + window);
        }
    }

    private static List<UUID> sorted(Fabric land, Extent window) {
        return land.index().parcelsIn(window).stream()
                .map(ParcelId::uuid)
                .sorted()
                .toList();
    }

    private static List<UUID> scan(Fabric land, Extent window) {
        List<UUID> found = new ArrayList<>();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            Parcel parcel = land.findParcelAt(slot).orElse(null);
            if (parcel != null && parcel.isLive() && extent(land, parcel).intersects(window)) {
                found.add(parcel.id().uuid());
            }
        }
        return found.stream().sorted().toList();
    }

    private static Extent extent(Fabric land, Parcel parcel) {
        Extent all = null;
        for (Ring ring : parcel.rings().toList()) {
            for (CornerId corner : ring.corners()) {
                EastNorth at = land.corner(corner).position();
                all = all == null ? Extent.of(at) : all.union(Extent.of(at));
            }
        }
        if (all == null) {
            throw new IllegalStateException("a live parcel without corners: " + parcel.id());
        }
        return all;
    }

    private void lookByTables(Fabric land) throws Exception {
        String url = "jdbc:h2:file:" + base.resolve("w/land").toAbsolutePath() + ";IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "READER", "");
                PreparedStatement select = connection.prepareStatement(
                        "SELECT ID FROM PARCELS WHERE WEST <= ? AND EAST >= ? AND SOUTH <= ? AND NORTH >= ?")) {
            for (int n = 0; n < 20; n++) {
                Extent window = window();
                select.setDouble(1, window.east());
                select.setDouble(2, window.west());
                select.setDouble(3, window.north());
                select.setDouble(4, window.south());
                List<UUID> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getObject(1, UUID.class));
                    }
                }
                assertEquals(scan(land, window), found.stream().sorted().toList(), "rows in " + window);
            }
        }
    }
}
