package vn.diaba.cadastre.fabric;

import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;

/**
 * Reads one parcel after the other from a fabric's arrays without making an object for each. Rules and painter use it.
 * Confined to one thread; several cursors may read one fabric at once.
 */
public final class ParcelCursor {
    /** Nobody lies across a side. */
    public static final int NOBODY = -1;
    /** More than two parcels, or one parcel more than twice, use a side. */
    public static final int MANY = -2;

    private final Packed packed;
    private ParcelChunk chunk;
    private int slot = -1;
    private int local;
    private int firstRing;

    ParcelCursor(Packed packed) {
        this.packed = packed;
        chunk = packed.parcelChunks.length == 0 ? new ParcelChunk(new ParcelRow[0], 0) : packed.parcelChunks[0];
    }

    /**
     * Goes to a slot.
     *
     * @param parcelSlot 0 to {@link Fabric#parcelSlots()} − 1
     * @return whether a live parcel is there; if not, only {@link #isThere} may be asked
     */
    public boolean at(int parcelSlot) {
        slot = parcelSlot;
        chunk = packed.parcelChunk(parcelSlot);
        local = parcelSlot & ParcelChunk.MASK;
        firstRing = chunk.firstRing(local);
        return chunk.kinds[local] == ParcelRow.LIVE_SURVEYED || chunk.kinds[local] == ParcelRow.LIVE_LEGAL;
    }

    /** Whether any parcel, live or retired, is in the slot last gone to; attributes of a retired one may be asked too. */
    public boolean isThere() {
        return chunk.kinds[local] != 0;
    }

    /** The slot last gone to. */
    public int slot() {
        return slot;
    }

    /** The parcel's id. */
    public ParcelId id() {
        return new ParcelId(chunk.high(local), chunk.low(local));
    }

    /** The coverage it belongs to. */
    public ParcelSet set() {
        return chunk.kinds[local] == ParcelRow.LIVE_SURVEYED ? ParcelSet.SURVEYED : ParcelSet.LEGAL;
    }

    /** Rings of the parcel, shells before their holes. */
    public int rings() {
        return chunk.ringsEnd(local) - firstRing;
    }

    /** Whether a ring begins a face; the rings after it up to the next shell are its holes. */
    public boolean isShell(int ring) {
        return chunk.isShell(firstRing + ring);
    }

    /** Corners, and so sides, of a ring. */
    public int size(int ring) {
        return chunk.ringEnd(firstRing + ring) - chunk.firstCorner(firstRing + ring);
    }

    /** Sides of the parcel in all rings. */
    public int sides() {
        int n = 0;
        for (int r = 0; r < rings(); r++) {
            n += size(r);
        }
        return n;
    }

    /** The slot of a corner of a ring; side {@code i} runs from corner {@code i} to the next. */
    public int corner(int ring, int i) {
        return chunk.corners[chunk.firstCorner(firstRing + ring) + i];
    }

    /** The slot of the parcel across a side, its own slot where it doubles back, {@link #NOBODY} or {@link #MANY}. */
    public int across(int ring, int i) {
        return chunk.across[chunk.firstCorner(firstRing + ring) + i];
    }

    /** The id of a corner of a ring. */
    public CornerId cornerId(int ring, int i) {
        int corner = corner(ring, i);
        return new CornerId(packed.cornerIds.high(corner), packed.cornerIds.low(corner));
    }

    /** Metres east of a corner of a ring. */
    public double east(int ring, int i) {
        return packed.east(corner(ring, i));
    }

    /** Metres north of a corner of a ring. */
    public double north(int ring, int i) {
        return packed.north(corner(ring, i));
    }

    /** The position of a corner of a ring. */
    public EastNorth position(int ring, int i) {
        return new EastNorth(east(ring, i), north(ring, i));
    }

    /**
     * Copies a ring's coordinates.
     *
     * @param ring which ring
     * @param into receives east, north pairs in metres, first not repeated; at least {@code 2 * size(ring)} long from
     *     {@code offset}
     * @param offset where the first number goes
     * @return how many corners were copied
     */
    public int coordinates(int ring, double[] into, int offset) {
        int from = chunk.firstCorner(firstRing + ring);
        int n = chunk.ringEnd(firstRing + ring) - from;
        for (int i = 0; i < n; i++) {
            int corner = chunk.corners[from + i];
            CornerChunk home = packed.cornerChunk(corner);
            into[offset + 2 * i] = EastNorth.toMetres(home.gridEast(corner & CornerChunk.MASK));
            into[offset + 2 * i + 1] = EastNorth.toMetres(home.gridNorth(corner & CornerChunk.MASK));
        }
        return n;
    }

    /** The smallest extent that holds the parcel. */
    public Extent extent() {
        long west = Long.MAX_VALUE;
        long south = Long.MAX_VALUE;
        long east = Long.MIN_VALUE;
        long north = Long.MIN_VALUE;
        int last = chunk.ringEnd(chunk.ringsEnd(local) - 1);
        for (int k = chunk.firstCorner(firstRing); k < last; k++) {
            int corner = chunk.corners[k];
            CornerChunk home = packed.cornerChunk(corner);
            long e = home.gridEast(corner & CornerChunk.MASK);
            long n = home.gridNorth(corner & CornerChunk.MASK);
            west = Math.min(west, e);
            east = Math.max(east, e);
            south = Math.min(south, n);
            north = Math.max(north, n);
        }
        return new Extent(
                EastNorth.toMetres(west),
                EastNorth.toMetres(south),
                EastNorth.toMetres(east),
                EastNorth.toMetres(north));
    }

    /**
     * Plane area: each ring's by the shoelace formula about its first corner, shells added and holes taken away.
     *
     * @return square metres; 0 where more is cut out than there is
     */
    public double squareMetres() {
        double sum = 0;
        for (int r = 0; r < rings(); r++) {
            double ring = Math.abs(signedArea(r));
            sum += isShell(r) ? ring : -ring;
        }
        return Math.max(0, sum);
    }

    /** Signed plane area of a ring in square metres, positive counter-clockwise. */
    public double signedArea(int ring) {
        int from = chunk.firstCorner(firstRing + ring);
        int to = chunk.ringEnd(firstRing + ring);
        double e0 = packed.east(chunk.corners[from]);
        double n0 = packed.north(chunk.corners[from]);
        double sum = 0;
        double pe = 0;
        double pn = 0;
        for (int k = from + 1; k < to; k++) {
            double e = packed.east(chunk.corners[k]) - e0;
            double n = packed.north(chunk.corners[k]) - n0;
            sum += pe * n - e * pn;
            pe = e;
            pn = n;
        }
        return sum / 2;
    }

    /** The map sheet, "" when unknown. */
    public String sheet() {
        return body().text();
    }

    /** The number on the sheet, "" when it has none. */
    public String number() {
        ByteReader in = body();
        in.skipText();
        return in.text();
    }

    /**
     * A hash of commune, sheet and number, the same for parcels cited alike ({@code 07 = 7}); others rarely share one.
     *
     * @return 0 when the parcel has no number
     */
    public long numberHash() {
        ByteReader in = body();
        long hash = in.hashText(1);
        int before = in.position();
        hash = in.hashText(hash);
        if (in.position() == before + 1) {
            return 0;
        }
        in.skipText();
        in.number();
        return in.hashText(hash) | 1;
    }

    /** The uses as surveyed, joined as on the map; "" when unknown. */
    public String landUse() {
        ByteReader in = body();
        in.skipText();
        in.skipText();
        String uses = in.text();
        return uses.indexOf(' ') < 0
                ? uses
                : vn.diaba.cadastre.model.LandUse.codes(vn.diaba.cadastre.model.LandUse.parse(uses));
    }

    /** The uses as surveyed with their areas, in the form {@link vn.diaba.cadastre.model.LandUse#parse} reads. */
    public String landUses() {
        ByteReader in = body();
        in.skipText();
        in.skipText();
        return in.text();
    }

    /** The uses per the papers with their areas, in the form of {@link #landUses}. */
    public String legalLandUses() {
        return ParcelBody.legalUses(whole());
    }

    /** The legal area in tenths of a square metre, −1 when unknown. */
    public long legalTenths() {
        ByteReader in = body();
        in.skipText();
        in.skipText();
        in.skipText();
        return in.number();
    }

    /** The commune's code, "" when unknown. */
    public String commune() {
        ByteReader in = body();
        in.skipText();
        in.skipText();
        in.skipText();
        in.number();
        return in.text();
    }

    /** What stands against changing it. */
    public ParcelState state() {
        return ParcelBody.state(whole());
    }

    /** The permanent code, "" when it has none. */
    public String code() {
        return ParcelBody.code(whole());
    }

    /** The key the parcel had in its source, "" when unknown. */
    public String sourceId() {
        return ParcelBody.sourceId(whole());
    }

    /** The former sheet and number as {@code sheet/number}, "" when unknown. */
    public String oldNumber() {
        return ParcelBody.oldNumber(whole());
    }

    /** Where the parcel is, in words; "" when unknown. May lead to persons. */
    public String address() {
        ByteReader in = new ByteReader(chunk.bodies, chunk.bodyStart(local), chunk.bodyEnd(local));
        in.skipText();
        return in.number() == 0 ? "" : in.text();
    }

    /** A copy of the part of the parcel's body that anyone may read, as {@link ParcelBody#open} gives it. */
    public byte[] openBody() {
        return new ByteReader(chunk.bodies, chunk.bodyStart(local), chunk.bodyEnd(local)).block();
    }

    /** A copy of the part of the parcel's body that may lead to persons, as {@link ParcelBody#secret} gives it. */
    public byte[] secretBody() {
        ByteReader in = new ByteReader(chunk.bodies, chunk.bodyStart(local), chunk.bodyEnd(local));
        in.skipText();
        return in.block();
    }

    private ByteReader body() {
        ByteReader in = whole();
        ParcelBody.version(in);
        return in;
    }

    private ByteReader whole() {
        ByteReader in = new ByteReader(chunk.bodies, chunk.bodyStart(local), chunk.bodyEnd(local));
        in.number();
        return in;
    }
}
