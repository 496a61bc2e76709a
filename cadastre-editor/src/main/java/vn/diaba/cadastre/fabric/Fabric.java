package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.Right;

/**
 * All land of a workspace at one moment. Immutable; any thread may read it. {@link #apply} gives the next moment and
 * shares all it did not touch.
 *
 * <p>Equality is by content: the same corners, sides, parcels and records, wherever they lie in the arrays. It reads
 * all of both and is meant for tests and proofs.
 */
public final class Fabric {
    private static final Fabric EMPTY = new Fabric(Packed.EMPTY, Records.EMPTY);

    private final Packed packed;
    private final Records records;
    private final FabricIndex index;
    private final Derived derived = new Derived();
    volatile NumberReserve reserve = new NumberReserve();

    Fabric(Packed packed, Records records) {
        this.packed = packed;
        this.records = records;
        index = new FabricIndex(packed, records.placed);
    }

    /** No land at all. */
    public static Fabric empty() {
        return EMPTY;
    }

    Packed packed() {
        return packed;
    }

    Records records() {
        return records;
    }

    /**
     * The land after an act.
     *
     * @throws IllegalArgumentException if the act does not start from this land: an object is not as its
     *     {@code before} says, a ring cites a corner that is not there, or a corner in use is removed
     */
    public Fabric apply(ChangeSet act) {
        Fabric next = new Fabric(LandChange.of(this, act.changes()), records.apply(act.changes()));
        next.reserve = reserve;
        derived.carry(this, next, act.changes(), next.derived);
        return next;
    }

    /**
     * The largest parcel number on a sheet, retired parcels included; 0 when there is none. The first call on a fabric
     * not made by a small edit reads all parcels.
     */
    public long largestNumber(String commune, String sheet) {
        return derived.largestNumber(this, commune, sheet);
    }

    /** The same land, and all that comes of it, numbering its parcels from a reserve. */
    public Fabric numbered(NumberReserve from) {
        Fabric same = new Fabric(packed, records);
        same.reserve = from;
        return same;
    }

    /**
     * The number for the next new parcel of a sheet, after those given in the same act.
     *
     * @param after the last number given in this act, 0 when there is none, {@link Long#MAX_VALUE} when none was left
     * @return 0 when the numbers reserved for this workspace are used up; the parcel has none then
     */
    public long nextNumber(String commune, String sheet, long after) {
        return reserve.next(this, commune, sheet, after);
    }

    /**
     * How many live parcels of its set cite the number of the live parcel a cursor is at, that one included, on the same
     * sheet of the same commune; seldom some more, of numbers with the same hash. The first call on a fabric not made by
     * a small edit reads all parcels.
     */
    public int countOfNumber(ParcelCursor cursor) {
        return derived.countOfNumber(this, cursor);
    }

    /** What rules noted of these parcels. */
    public Soundness soundness() {
        return derived.soundness(this);
    }

    /**
     * The parcels that were made from a parcel, live or retired, in no order. The first call on a fabric not made by a
     * small edit reads all parcels.
     */
    public List<ParcelId> childrenOf(ParcelId parent) {
        return derived.childrenOf(this, parent);
    }

    /** What another room gave this fabric to carry, or what that became after the acts since. */
    public Optional<FabricCompanion> companion() {
        return Optional.ofNullable(derived.companion());
    }

    /** Gives this fabric, and by that the ones after it, something to carry in place of what it has. */
    public void accompany(FabricCompanion companion) {
        derived.setCompanion(companion);
    }

    /** Whether an act starts from this land: every object is as its {@code before} says. */
    public boolean isStartOf(ChangeSet act) {
        if (act.changes() instanceof AddedLand added) {
            return added.isNewTo(this);
        }
        if (act.changes() instanceof RemovedLand removed) {
            return removed.isIn(this);
        }
        for (Change change : act.changes()) {
            if (!java.util.Objects.equals(LandChange.current(this, change), change.before())) {
                return false;
            }
        }
        return true;
    }

    /** Live parcels in both sets. */
    public int parcelCount() {
        return packed.liveParcels;
    }

    /** Corners, used by a parcel or not. */
    public int cornerCount() {
        return packed.liveCorners;
    }

    /** The corner with an id, which must exist. */
    public Corner corner(CornerId id) {
        return findCorner(id).orElseThrow(() -> new NoSuchElementException("no corner " + id));
    }

    /** The corner with an id, if it exists. */
    public Optional<Corner> findCorner(CornerId id) {
        int slot = packed.findCorner(id.high(), id.low());
        return slot < 0 ? Optional.empty() : Optional.of(cornerAt(slot));
    }

    /** The parcel with an id, live or retired, which must exist. */
    public Parcel parcel(ParcelId id) {
        return findParcel(id).orElseThrow(() -> new NoSuchElementException("no parcel " + id));
    }

    /** The parcel with an id, live or retired, if it exists. */
    public Optional<Parcel> findParcel(ParcelId id) {
        int slot = packed.findParcel(id.high(), id.low());
        return slot < 0 ? Optional.empty() : Optional.of(parcelAt(slot));
    }

    /** The live parcels that use a corner; none when the corner does not exist. */
    public List<ParcelId> parcelsAt(CornerId id) {
        int slot = packed.findCorner(id.high(), id.low());
        List<ParcelId> parcels = new ArrayList<>();
        for (int use : slot < 0 ? CornerRow.NO_USES : usesOf(slot)) {
            parcels.add(new ParcelId(packed.parcelIds.high(use), packed.parcelIds.low(use)));
        }
        return parcels;
    }

    /** The slots of the live parcels that use the corner in a slot. */
    public int[] usesOf(int cornerSlot) {
        CornerChunk chunk = packed.cornerChunk(cornerSlot);
        int local = cornerSlot & CornerChunk.MASK;
        int[] uses = new int[chunk.useCount(local)];
        for (int i = 0; i < uses.length; i++) {
            uses[i] = chunk.use(local, i);
        }
        return uses;
    }

    /**
     * A parcel's outline as a JTS polygon or multipolygon in the project plane, east as x, north as y. Never throws for
     * a parcel that exists: what is wrong with the outline stays in it. A retired parcel gives its last outline.
     */
    public Geometry shapeOf(ParcelId id) {
        return ShapeMaker.shape(this, parcel(id));
    }

    /** The plane area of a live parcel: shells less holes, each ring by the shoelace formula. */
    public Area areaOf(ParcelId id) {
        ParcelCursor cursor = cursor();
        int slot = slotOf(id);
        if (slot < 0 || !cursor.at(slot)) {
            throw new NoSuchElementException("no live parcel " + id);
        }
        return new Area(cursor.squareMetres());
    }

    /** What is known of a side, if anything. */
    public Optional<SideFacts> findSide(SideKey key) {
        return Optional.ofNullable(records.sides.find(key));
    }

    /** A party, right or other record, if it exists. */
    public Optional<LandRecord> findRecord(UUID id) {
        return Optional.ofNullable(records.find(id));
    }

    /** The rights on a parcel, in no order. */
    public List<Right> rightsOf(ParcelId parcel) {
        return records.rightsOf(parcel);
    }

    /** Calls back with every side of which something is known. */
    public void forEachSide(BiConsumer<SideKey, SideFacts> action) {
        records.sides.forEach(action);
    }

    /** Calls back with every record of every kind. */
    public void forEachRecord(Consumer<LandRecord> action) {
        records.forEach(action);
    }

    /** Calls back with every map object and survey point, in an order that stays while none is added or removed. */
    public void forEachObject(Consumer<PlacedRecord> action) {
        records.placed.forEach(action);
    }

    /** All cases, by their office numbers. */
    public List<CaseFile> cases() {
        return records.sorted(CaseFile.class, CaseFile::number);
    }

    /** All papers, by their numbers. */
    public List<Paper> papers() {
        return records.sorted(Paper.class, Paper::number);
    }

    /** The papers about a parcel, by their numbers. The first call on a fabric not made by an edit reads all papers. */
    public List<Paper> papersOf(ParcelId parcel) {
        return derived.citations(this).of(this, parcel.uuid(), Paper.class, Paper::number);
    }

    /** The papers that name a party, by their numbers; else as {@link #papersOf}. */
    public List<Paper> papersNaming(UUID party) {
        return derived.citations(this).of(this, party, Paper.class, Paper::number);
    }

    /** The papers whose numbers have the digits of a number in its order, all that are spelled like it among them; by number. */
    public List<Paper> papersNumberedLike(String number) {
        return derived.paperNumbers(this).of(this, number);
    }

    /** All attached files, by their names. */
    public List<Attachment> attachments() {
        return records.sorted(Attachment.class, Attachment::name);
    }

    /** The files attached to a parcel, paper, case, map object or survey point, by their names; else as {@link #papersOf}. */
    public List<Attachment> attachmentsOf(UUID owner) {
        return derived.citations(this).of(this, owner, Attachment.class, Attachment::name);
    }

    /** Calls back with every record of a kind among cases, papers, attachments and those only a newer version knows. */
    public <T extends LandRecord> void forEachPlaceless(Class<T> kind, Consumer<? super T> action) {
        records.placeless(kind, action);
    }

    /** Map objects and survey points. */
    public int objectCount() {
        return records.placed.size();
    }

    /** Finds parcels, corners and map objects by place. */
    public FabricIndex index() {
        return index;
    }

    /** A reader of the packed parcels, for one thread. */
    public ParcelCursor cursor() {
        return new ParcelCursor(packed);
    }

    /** Parcel slots run from 0 to this number, some of them empty or retired. */
    public int parcelSlots() {
        return packed.parcelSlots();
    }

    /** Corner slots run from 0 to this number, some of them empty. */
    public int cornerSlots() {
        return packed.cornerSlots();
    }

    /** Whether there is a corner in a slot. */
    public boolean isCorner(int cornerSlot) {
        return packed.isLiveCorner(cornerSlot);
    }

    /** The slot of a parcel, live or retired; −1 when there is none. A slot means nothing in another fabric. */
    public int slotOf(ParcelId id) {
        return packed.findParcel(id.high(), id.low());
    }

    /** The slot of a corner; −1 when there is none. A slot means nothing in another fabric. */
    public int slotOf(CornerId id) {
        return packed.findCorner(id.high(), id.low());
    }

    /** The corner in a slot, which must be one. */
    public Corner cornerAt(int slot) {
        CornerChunk chunk = packed.cornerChunk(slot);
        int local = slot & CornerChunk.MASK;
        CornerNotes notes = chunk.notes(local);
        return new Corner(
                new CornerId(chunk.high(local), chunk.low(local)),
                EastNorth.ofGrid(chunk.gridEast(local), chunk.gridNorth(local)),
                notes == null ? "" : notes.monument(),
                notes == null ? Observation.UNKNOWN : notes.observation(),
                notes == null ? Further.NONE : notes.further());
    }

    /** Metres east of the corner in a slot. */
    public double eastAt(int cornerSlot) {
        return packed.east(cornerSlot);
    }

    /** Metres north of the corner in a slot. */
    public double northAt(int cornerSlot) {
        return packed.north(cornerSlot);
    }

    /** The parcel in a slot, live or retired. */
    public Parcel parcelAt(int slot) {
        return findParcelAt(slot).orElseThrow(() -> new NoSuchElementException("no parcel in slot " + slot));
    }

    /** The parcel in a slot, live or retired; none in an empty slot. */
    public Optional<Parcel> findParcelAt(int slot) {
        ParcelRow row = packed.parcelRow(slot);
        return row == null ? Optional.empty() : Optional.of(parcel(row));
    }

    private Parcel parcel(ParcelRow row) {
        ByteReader in = new ByteReader(row.body, 0, row.body.length);
        byte[] open = in.block();
        byte[] secret = in.block();
        ParcelSet set = row.kind == ParcelRow.LIVE_SURVEYED || row.kind == ParcelRow.RETIRED_SURVEYED
                ? ParcelSet.SURVEYED
                : ParcelSet.LEGAL;
        List<Face> faces = ShapeMaker.faces(packed, row);
        return ParcelBody.decode(new ParcelId(row.high, row.low), set, faces, open, secret);
    }

    /** Segments between two corners that two or more parcels of one set use. */
    public long sharedSideCount() {
        return SideCount.shared(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fabric fabric && records.equals(fabric.records) && SideCount.sameLand(this, fabric);
    }

    @Override
    public int hashCode() {
        return 31 * packed.liveCorners + packed.liveParcels;
    }
}
