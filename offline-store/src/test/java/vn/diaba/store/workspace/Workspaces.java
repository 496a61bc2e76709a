package vn.diaba.store.workspace;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Lifespan;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.key.Keys;

/** Workspaces and acts for tests. */
public final class Workspaces {
    public static final WorkspaceSpec WARD = new WorkspaceSpec("Phường thử", 9210, "25747", 500);
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    /** Words that name persons in the sample; they must be in no file. */
    public static final List<String> CANARIES = List.of("Canarius", "099000111222", "Chim-Hoàng-Yến", "Tường-của-ai");

    /** What the attachments of {@link #randomAct} have as content; {@link #keepScan} puts it in. */
    private static final String SCAN = "Sổ đỏ bà Canarius, thửa 12";

    private Workspaces() {}

    /** Puts the content in that attachments of random acts name. */
    public static void keepScan(WorkspaceStore store) throws StoreException {
        byte[] bytes = SCAN.getBytes(StandardCharsets.UTF_8);
        store.contents().put(new ByteArrayInputStream(bytes), bytes.length);
    }

    public static Surroundings machine() {
        return new Surroundings(CLOCK, new DiskGuard(), Channels.REAL, 1 << 20);
    }

    public static WorkspaceStore create(Path base) throws Exception {
        return create(base, machine());
    }

    public static WorkspaceStore create(Path base, Surroundings machine) throws Exception {
        return WorkspaceStore.create(base.resolve("w"), WARD, Keys.in(base.resolve("keys")), machine);
    }

    public static WorkspaceStore open(Path base) throws Exception {
        return WorkspaceStore.open(base.resolve("w"), Keys.in(base.resolve("keys")), machine());
    }

    /** A lattice of 10 m squares with land users, as an import. */
    public static AddedLand lattice(Fabric existing, int columns, int rows, long seed) {
        FabricBuilder builder = new FabricBuilder(existing, IdBlock.seeded(seed), 0);
        int n = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double e = 598_000 + 10.0 * column + 10_000 * (seed % 7);
                double north = 1_214_000 + 10.0 * row;
                double[] xy = {e, north, e + 10, north, e + 10, north + 10, e, north + 10};
                ParcelFacts facts = new ParcelFacts(
                        "",
                        "s" + n,
                        LandUse.parse("ODT 60.5+CLN"),
                        List.of(),
                        new LegalArea(1003),
                        ParcelState.NORMAL,
                        "",
                        "",
                        "12 Chim-Hoàng-Yến",
                        java.util.Map.of("ghi_chu", "nhà Canarius " + n));
                builder.add(new Draft(
                        n + 1,
                        ParcelSet.SURVEYED,
                        new ParcelNumber("25747", "" + (1 + row / 50), "" + (n + 1)),
                        facts,
                        List.of(new Draft.DraftRing(xy, true)),
                        new Draft.Holder("Nguyễn Canarius " + n, "099000111222" + n, "GDC")));
                n++;
            }
        }
        return builder.build().changes();
    }

    public static ChangeSet imported(AddedLand land, long seed) {
        return new ChangeSet(
                new UUID(4, seed), "import", Origin.IMPORT, null, "an", CLOCK.instant(), null, List.of(), land);
    }

    /** A random edit of land that has parcels: a move, an attribute, a retirement, a side, a record of each kind. */
    public static ChangeSet randomAct(Fabric land, Random random, UUID id) {
        int slot = random.nextInt(land.cornerSlots());
        while (!land.isCorner(slot)) {
            slot = random.nextInt(land.cornerSlots());
        }
        Corner corner = land.cornerAt(slot);
        List<Change> changes = new ArrayList<>();
        int kind = random.nextInt(11);
        if (kind <= 2 || land.parcelCount() < 3) {
            EastNorth to = new EastNorth(
                    corner.position().east() + random.nextGaussian(),
                    corner.position().north() + random.nextGaussian());
            changes.add(new Change.CornerChange(corner.id(), corner, corner.movedTo(to)));
        } else if (kind == 3) {
            int at = random.nextInt(land.parcelSlots());
            while (land.findParcelAt(at).isEmpty()) {
                at = random.nextInt(land.parcelSlots());
            }
            Parcel parcel = land.parcelAt(at);
            boolean retire = parcel.isLive() && random.nextBoolean();
            Parcel after = retire
                    ? parcel.retired(
                            new vn.diaba.cadastre.model.FrozenShape(
                                    List.of(new long[] {0, 0, 10, 0, 10, 10}), List.of(true)),
                            Lifespan.ALIVE.endedOn(java.time.LocalDate.of(2026, 11, 21)))
                    : parcel.withNumber(new ParcelNumber("25747", "9", "" + random.nextInt(1000)));
            changes.add(new Change.ParcelChange(parcel.id(), parcel, after));
        } else if (kind == 4) {
            Corner other = corner;
            for (int s = 0; other == corner; s++) {
                other = land.isCorner(s) && s != slot ? land.cornerAt(s) : corner;
            }
            SideKey key = new SideKey(corner.id(), other.id());
            SideFacts before = land.findSide(key).orElse(null);
            SideFacts after = new SideFacts(23, "rào", "Tường-của-ai " + random.nextInt(9), SideFacts.Agreement.AGREED);
            changes.add(new Change.SideChange(key, before, after));
        } else if (kind == 5) {
            UUID house = new UUID(78, random.nextInt(5));
            MapObject before = (MapObject) land.findRecord(house).orElse(null);
            ObjectShape shape = ObjectShape.line(List.of(corner.position(), new EastNorth(1, random.nextInt(99))));
            ObjectFacts facts = new ObjectFacts("", "", "b", 2, 0, "nhà ông Canarius", java.util.Map.of());
            MapObject after = new MapObject(house, 14, shape, "b2", facts);
            boolean gone = before != null && random.nextInt(3) == 0;
            changes.add(new Change.RecordChange(house, before, gone ? null : after));
        } else if (kind == 6) {
            UUID point = new UUID(79, random.nextInt(5));
            SurveyPoint before = (SurveyPoint) land.findRecord(point).orElse(null);
            SurveyPoint after =
                    SurveyPoint.at(point, SurveyPoint.Role.CONTROL, "DC" + random.nextInt(9), corner.position());
            changes.add(new Change.RecordChange(point, before, after.asCorner(corner.id())));
        } else if (kind == 7) {
            UUID file = new UUID(80, random.nextInt(5));
            CaseFile before = (CaseFile) land.findRecord(file).orElse(null);
            CaseFile after = CaseFile.opened(file, "0" + file, "TN", land.parcelsAt(corner.id()))
                    .described("bà Canarius", "" + random.nextInt(9));
            boolean gone = before != null && random.nextInt(3) == 0;
            changes.add(new Change.RecordChange(file, before, gone ? null : after));
        } else if (kind == 8) {
            UUID paper = new UUID(81, random.nextInt(5));
            Paper before = (Paper) land.findRecord(paper).orElse(null);
            Paper after =
                    Paper.of(paper, "GCN", "Canarius " + random.nextInt(9)).about(land.parcelsAt(corner.id()));
            boolean gone = before != null && random.nextInt(3) == 0;
            changes.add(new Change.RecordChange(paper, before, gone ? null : after));
        } else if (kind == 9) {
            UUID scan = new UUID(82, random.nextInt(5));
            Attachment before = (Attachment) land.findRecord(scan).orElse(null);
            Attachment after = new Attachment(
                    scan,
                    new UUID(81, random.nextInt(5)),
                    "Canarius " + random.nextInt(99) + ".pdf",
                    "application/pdf",
                    SCAN.getBytes(StandardCharsets.UTF_8).length,
                    HexFormat.of().formatHex(Payload.sha256().digest(SCAN.getBytes(StandardCharsets.UTF_8))),
                    "");
            boolean gone = before != null && random.nextInt(3) == 0;
            changes.add(new Change.RecordChange(scan, before, gone ? null : after));
        } else {
            UUID party = new UUID(77, random.nextInt(5));
            Party before = (Party) land.findRecord(party).orElse(null);
            Party after = new Party(party, "Trần Canarius", "099000111222", "GDC", "" + random.nextInt(99));
            changes.add(new Change.RecordChange(party, before, after));
        }
        return new ChangeSet(
                id, "random-act", Origin.SURVEYOR, null, "binh", CLOCK.instant(), null, List.of(), changes);
    }
}
