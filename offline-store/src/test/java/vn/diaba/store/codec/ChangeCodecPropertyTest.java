package vn.diaba.store.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.FrozenShape;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Lifespan;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;
import vn.diaba.cadastre.record.SurveyPoint;

class ChangeCodecPropertyTest {
    private static final String[] WORDS = {
        "", "a", "Nguyễn Văn Ổi", "\"\\/\n\t\u0000", "𝒳 🏠", "12", "ODT+CLN", " ", "null"
    };

    private final Random random = new Random(11);

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private LocalDate day() {
        return random.nextBoolean() ? null : LocalDate.of(1990 + random.nextInt(40), 2, 1 + random.nextInt(28));
    }

    private Further further(boolean hasPerson) {
        if (random.nextBoolean()) {
            return Further.NONE;
        }
        return new Further(
                "{\"newer\":[1,2.50,{\"a\":1E400,\"b\":\"ễ\\n\"}],\"w\":" + random.nextInt() + "}",
                "",
                hasPerson ? "{\"xin\":\"chào\"}" : "");
    }

    private Corner corner(CornerId id) {
        if (random.nextBoolean()) {
            return null;
        }
        double sigma = random.nextBoolean() ? Double.NaN : random.nextDouble();
        EastNorth place = new EastNorth(random.nextGaussian() * 1e6, random.nextGaussian() * 1e6);
        return new Corner(id, place, word(), new Observation(word(), sigma, day(), word(), word()), further(false));
    }

    private Ring ring() {
        List<CornerId> corners = new ArrayList<>();
        for (int i = 0; i < 3 + random.nextInt(4); i++) {
            corners.add(new CornerId(random.nextLong(), random.nextLong()));
        }
        return new Ring(corners);
    }

    private List<LandUse> uses() {
        List<LandUse> uses = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            uses.add(new LandUse(word(), random.nextBoolean() ? null : new LegalArea(random.nextInt(9999))));
        }
        return uses;
    }

    private Map<String, Object> extras() {
        Map<String, Object> extras = new LinkedHashMap<>();
        Object[] values = {
            word(),
            random.nextLong(),
            new BigDecimal("-12.3400"),
            true,
            LocalDate.of(2026, 1, 2),
            OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 678_900_000, java.time.ZoneOffset.ofHours(7))
        };
        for (int i = random.nextInt(6); i > 0; i--) {
            extras.put(word() + i, values[random.nextInt(values.length)]);
        }
        return extras;
    }

    private Parcel parcel(ParcelId id) {
        if (random.nextInt(3) == 0) {
            return null;
        }
        ParcelFacts facts = new ParcelFacts(
                word(),
                word(),
                uses(),
                uses(),
                random.nextBoolean() ? null : new LegalArea(random.nextInt(99999)),
                ParcelState.values()[random.nextInt(4)],
                word(),
                word(),
                word(),
                extras(),
                further(true));
        List<ParcelId> parents = random.nextBoolean() ? List.of() : List.of(new ParcelId(1, 2), new ParcelId(3, -4));
        ParcelNumber number = new ParcelNumber(word(), word(), word());
        ParcelSet set = ParcelSet.values()[random.nextInt(2)];
        Lifespan lifespan = new Lifespan(day(), day());
        if (random.nextInt(4) == 0) {
            FrozenShape shape = new FrozenShape(
                    List.of(new long[] {1, -2, 3, 4, 5, 6}, new long[] {7, 8, 9, 1, 2, 3}), List.of(true, false));
            return new Parcel(id, set, number, facts, List.of(), lifespan, parents, shape);
        }
        List<Face> faces = List.of(new Face(ring(), List.of(ring(), ring())), Face.of(ring()));
        return new Parcel(id, set, number, facts, faces, lifespan, parents, null);
    }

    private long[] part(int positions) {
        return random.longs(2L * positions, -9_999_999_999L, 9_999_999_999L).toArray();
    }

    private MapObject object(UUID id) {
        ObjectShape shape;
        if (random.nextBoolean()) {
            shape = ObjectShape.of(ObjectShape.Kind.POINT, List.of(part(1)), List.of(true));
        } else if (random.nextBoolean()) {
            shape = ObjectShape.of(ObjectShape.Kind.LINE, List.of(part(2), part(5)), List.of(true, true));
        } else {
            List<long[]> rings = List.of(part(4), part(3), part(3));
            shape = ObjectShape.of(ObjectShape.Kind.AREA, rings, List.of(true, false, true));
        }
        ObjectFacts facts = random.nextInt(3) == 0
                ? ObjectFacts.NONE
                : new ObjectFacts(
                        word(),
                        word(),
                        word(),
                        random.nextInt(9),
                        random.nextDouble() * 360,
                        word(),
                        extras(),
                        further(true));
        return new MapObject(id, 1 + random.nextInt(63), shape, word(), facts);
    }

    private SurveyPoint point(UUID id) {
        SurveyPoint.Role role = SurveyPoint.Role.values()[random.nextInt(4)];
        EastNorth place = new EastNorth(random.nextGaussian() * 1e6, random.nextGaussian() * 1e6);
        double height = random.nextBoolean() ? Double.NaN : random.nextGaussian() * 100;
        Observation seen = random.nextBoolean()
                ? Observation.UNKNOWN
                : new Observation(word(), random.nextDouble(), day(), word(), word());
        CornerId corner = random.nextBoolean() ? null : CornerId.of(id());
        return new SurveyPoint(id, role, word(), place, height, word(), seen, word(), corner, further(true));
    }

    private CaseFile file(UUID id) {
        List<ParcelId> parcels = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parcels.add(ParcelId.of(id()));
        }
        CaseFile.State state = CaseFile.State.values()[random.nextInt(5)];
        return CaseFile.opened(id, word(), word(), parcels)
                .dated(day(), day())
                .described(word(), word())
                .turned(state, word());
    }

    private Paper paper(UUID id) {
        List<ParcelId> parcels = new ArrayList<>();
        List<UUID> holders = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parcels.add(ParcelId.of(id()));
            holders.add(id());
        }
        return new Paper(id, word(), word(), word(), day(), word(), parcels, holders, word(), further(true));
    }

    private Attachment attachment(UUID id) {
        String hash = "%016x".formatted(random.nextLong()).repeat(4);
        return new Attachment(id, id(), word(), word(), random.nextLong() >>> 1, hash, word(), further(true));
    }

    private Change change() {
        switch (random.nextInt(10)) {
            case 0:
                CornerId corner = CornerId.of(id());
                return new Change.CornerChange(corner, corner(corner), corner(corner));
            case 1:
                SideKey side = new SideKey(CornerId.of(id()), CornerId.of(id()));
                SideFacts facts =
                        new SideFacts(random.nextInt(70), word(), word(), SideFacts.Agreement.REFUSED, further(true));
                return new Change.SideChange(side, random.nextBoolean() ? null : SideFacts.PLAIN, facts);
            case 2:
                UUID party = id();
                return new Change.RecordChange(
                        party, null, new Party(party, word(), word(), word(), word(), further(true)));
            case 3:
                UUID right = id();
                return new Change.RecordChange(
                        right, new Right(right, id(), ParcelId.of(id()), 1, 3, further(true)), null);
            case 4:
                UUID object = id();
                return new Change.RecordChange(object, random.nextBoolean() ? null : object(object), object(object));
            case 5:
                UUID point = id();
                return new Change.RecordChange(point, random.nextBoolean() ? null : point(point), point(point));
            case 6:
                UUID file = id();
                return new Change.RecordChange(file, random.nextBoolean() ? null : file(file), file(file));
            case 7:
                UUID paper = id();
                return new Change.RecordChange(paper, random.nextBoolean() ? null : paper(paper), paper(paper));
            case 8:
                UUID scan = id();
                return new Change.RecordChange(scan, random.nextBoolean() ? null : attachment(scan), attachment(scan));
            default:
                ParcelId parcel = ParcelId.of(id());
                return new Change.ParcelChange(parcel, parcel(parcel), parcel(parcel));
        }
    }

    @Test
    void aValueThisVersionDoesNotKnowIsWrittenBackAsItWas() throws Exception {
        ParcelId id = ParcelId.of(id());
        Parcel parcel = null;
        while (parcel == null) {
            parcel = parcel(id);
        }
        ChangeSet set = ChangeSet.planned(id(), "edit", List.of(new Change.ParcelChange(id, null, parcel)));
        String land = new String(ChangeCodec.encode(set).land(), StandardCharsets.UTF_8);
        String newer = land.replace("\"state\":\"" + parcel.facts().state() + "\"", "\"state\":\"LEASED\"");
        Payload payload = new Payload(
                newer.getBytes(StandardCharsets.UTF_8), ChangeCodec.encode(set).person());
        ChangeSet read = ChangeCodec.decode(payload);
        Parcel after =
                (Parcel) java.util.Objects.requireNonNull(read.changes().get(0).after());
        assertEquals(ParcelState.NORMAL, after.facts().state());
        assertTrue(after.facts().further().hidesValues());
        assertArrayEquals(payload.land(), ChangeCodec.encode(read).land());
    }

    @Test
    void changesOfKindsThisVersionDoesNotKnowAreWrittenBackAsTheyWere() throws Exception {
        ChangeSet set = ChangeSet.planned(id(), "edit", List.of());
        String change = "{\"k\":\"easement\",\"id\":\"" + id() + "\",\"to\":\"x\",\"a\":{\"w\":1.50,\"z\":[]}}";
        String land = new String(ChangeCodec.encode(set).land(), StandardCharsets.UTF_8)
                .replace("\"changes\":[]", "\"changes\":[" + change + "]");
        ChangeSet read = ChangeCodec.decode(new Payload(land.getBytes(StandardCharsets.UTF_8), new byte[0]));
        assertEquals(land, new String(ChangeCodec.encode(read).land(), StandardCharsets.UTF_8));
        LandRecord entry = (LandRecord)
                java.util.Objects.requireNonNull(read.changes().get(0).after());
        ByteSink out = new ByteSink();
        RecordBytes.write(entry, out);
        assertEquals(entry, RecordBytes.read(new ByteSource(out.done())));
    }

    private ChangeSet set() {
        List<Change> changes = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            changes.add(change());
        }
        List<Waiver> waivers =
                random.nextBoolean() ? List.of() : List.of(new Waiver("no-gap", List.of(id(), id()), "vì ao chung"));
        return new ChangeSet(
                id(),
                "label-" + random.nextInt(9),
                List.of(Origin.SURVEYOR, Origin.IMPORT, Origin.LAND_DATABASE, new Origin("DRONE_FLIGHT"))
                        .get(random.nextInt(4)),
                random.nextBoolean() ? null : id(),
                word(),
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                random.nextBoolean() ? null : id(),
                waivers,
                changes);
    }

    @Test
    void decodingGivesBackWhatWasEncoded() throws Exception {
        for (int n = 0; n < 3_000; n++) {
            ChangeSet set = set();
            Payload payload = ChangeCodec.encode(set);
            assertEquals(set, ChangeCodec.decode(payload), "set " + n);
            assertArrayEquals(payload.landHash(), ChangeCodec.encode(set).landHash(), "the land part is canonical");
        }
    }

    @Test
    void theLandPartAloneDecodesAndNamesNobody() throws Exception {
        for (int n = 0; n < 500; n++) {
            Payload payload = ChangeCodec.encode(set());
            ChangeCodec.decode(new Payload(payload.land(), new byte[0]));
        }
        Party party = new Party(id(), "Canarius", "099000111222", "GDC", "12 Canarius");
        ChangeSet set = ChangeSet.planned(id(), "add", List.of(new Change.RecordChange(party.id(), null, party)))
                .withWaivers(List.of(new Waiver("no-gap", List.of(), "Canarius says so")));
        String land = new String(ChangeCodec.encode(set).land(), StandardCharsets.UTF_8);
        assertFalse(land.contains("Canarius") || land.contains("099000111222"), land);
    }

    @Test
    void recordsInBytesReadBackAsTheyWere() throws Exception {
        for (int n = 0; n < 2_000; n++) {
            List<LandRecord> entries =
                    List.of(object(id()), point(id()), file(id()), paper(id()), attachment(id()), object(id()));
            ByteSink out = new ByteSink();
            entries.forEach(entry -> RecordBytes.write(entry, out));
            ByteSource in = new ByteSource(out.done());
            for (LandRecord entry : entries) {
                assertEquals(entry, RecordBytes.read(in));
            }
            assertTrue(in.isAtEnd());
        }
    }

    @Test
    void mutilatedBytesAreRefusedAndNothingElseHappens() {
        for (int n = 0; n < 2_000; n++) {
            byte[] land = ChangeCodec.encode(set()).land();
            byte[] cut = java.util.Arrays.copyOf(land, random.nextInt(land.length));
            assertThrows(CodecException.class, () -> ChangeCodec.decode(new Payload(cut, new byte[0])));
        }
        byte[] newer = "{\"v\":2,\"id\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        assertThrows(CodecException.class, () -> ChangeCodec.decode(new Payload(newer, new byte[0])));
    }
}
