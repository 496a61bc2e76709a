package vn.diaba.exchange.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.fabric.RingOrder;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.measure.Length;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;
import vn.diaba.exchange.document.ParcelExtract.BoundaryPoint;
import vn.diaba.exchange.document.ParcelExtract.BoundaryRing;
import vn.diaba.exchange.document.ParcelExtract.Citation;
import vn.diaba.exchange.document.ParcelExtract.Holder;
import vn.diaba.exchange.document.ParcelExtract.Land;

/**
 * Makes extracts from a snapshot of the land. Each ring runs clockwise from its north-westernmost corner: the one with the
 * largest north less east, the more northern among equals. Confined to one thread.
 */
public final class ExtractComposer {
    private final Fabric land;
    private final ExtractFacts facts;
    private final boolean withPeople;

    /** {@code withPeople}: whether names and addresses of land users are printed; identity numbers never are. */
    public ExtractComposer(Fabric land, ExtractFacts facts, boolean withPeople) {
        this.land = land;
        this.facts = facts;
        this.withPeople = withPeople;
    }

    /** The snapshot extracts are made from. */
    public Fabric land() {
        return land;
    }

    /**
     * The extract of one parcel.
     *
     * @throws NoSuchElementException if there is no live parcel with this id
     */
    public ParcelExtract compose(ParcelId id) {
        ParcelCursor cursor = land.cursor();
        int slot = land.slotOf(id);
        if (slot < 0 || !cursor.at(slot)) {
            throw new NoSuchElementException("no live parcel " + id);
        }
        Parcel parcel = land.parcel(id);
        ParcelFacts known = parcel.facts();
        Citation citation = new Citation(
                parcel.number(),
                parcel.label(),
                known.code(),
                new ParcelNumber(parcel.number().commune(), known.oldSheet(), known.oldNumber()),
                known.address(),
                known.state());
        Land areas = new Land(
                LegalArea.of(new Area(cursor.squareMetres())),
                known.legalArea(),
                known.landUses(),
                known.legalLandUses());
        List<Holder> holders = withPeople ? holders(id) : List.of();
        return new ParcelExtract(id, citation, areas, holders, rings(cursor, parcel.number()), facts);
    }

    private List<Holder> holders(ParcelId id) {
        List<Holder> holders = new ArrayList<>();
        for (Right right : land.rightsOf(id)) {
            if (land.findRecord(right.party()).orElse(null) instanceof Party party) {
                holders.add(new Holder(party.name(), party.address(), right.numerator(), right.denominator()));
            }
        }
        holders.sort(Comparator.comparing(Holder::name).thenComparing(Holder::address));
        return holders;
    }

    private List<BoundaryRing> rings(ParcelCursor cursor, ParcelNumber own) {
        List<BoundaryRing> rings = new ArrayList<>();
        int number = 1;
        for (int r = 0; r < cursor.rings(); r++) {
            RingOrder order = RingOrder.of(cursor, r);
            List<BoundaryPoint> points = new ArrayList<>();
            for (int i = 0; i < order.size(); i++) {
                EastNorth from = cursor.position(r, order.corner(i));
                EastNorth to = cursor.position(r, order.corner(i + 1));
                Bearing bearing = from.equals(to) ? new Bearing(0) : Bearing.of(from, to);
                List<String> across = neighbours(cursor, r, order.side(i), own);
                points.add(new BoundaryPoint(number++, from, new Length(from.distanceTo(to)), bearing, across));
            }
            rings.add(new BoundaryRing(!cursor.isShell(r), points));
        }
        return rings;
    }

    private List<String> neighbours(ParcelCursor cursor, int ring, int side, ParcelNumber own) {
        int across = cursor.across(ring, side);
        if (across == cursor.slot() || across == ParcelCursor.NOBODY) {
            return List.of();
        }
        if (across != ParcelCursor.MANY) {
            return List.of(label(land.parcelAt(across), own));
        }
        Set<String> labels = new LinkedHashSet<>();
        int[] atEnd = land.usesOf(cursor.corner(ring, (side + 1) % cursor.size(ring)));
        for (int use : land.usesOf(cursor.corner(ring, side))) {
            boolean both = java.util.Arrays.stream(atEnd).anyMatch(other -> other == use);
            if (both && use != cursor.slot() && land.parcelAt(use).set() == cursor.set()) {
                labels.add(label(land.parcelAt(use), own));
            }
        }
        return labels.stream().sorted().toList();
    }

    /** The number alone where sheet and commune are the parcel's own. */
    private static String label(Parcel neighbour, ParcelNumber own) {
        ParcelNumber number = neighbour.number();
        boolean near =
                ParcelNumber.same(number.sheet(), own.sheet()) && ParcelNumber.same(number.commune(), own.commune());
        return near && !number.number().isEmpty() ? number.number() : neighbour.label();
    }
}
