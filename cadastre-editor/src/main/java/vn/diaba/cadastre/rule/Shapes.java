package vn.diaba.cadastre.rule;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import vn.diaba.cadastre.fabric.Soundness;
import vn.diaba.cadastre.measure.PlaneMath;

/**
 * Which parcels are valid by the OGC's definition as JTS applies it, and for those that are not a repaired copy to
 * measure with. A parcel is looked at once, when first asked for. Confined to one thread.
 */
final class Shapes {
    private final Outlines outlines;
    private final Outline room;
    private final SelfContact contact;
    private final Soundness noted;
    private final boolean whole;
    private final BitSet known = new BitSet();
    private final BitSet faulty = new BitSet();
    private final BitSet turned = new BitSet();
    private final BitSet nearCorners = new BitSet();
    private final Map<Integer, TopologyValidationError> errors = new HashMap<>();
    private final Map<Integer, Geometry> repaired = new HashMap<>();

    /**
     * Prepares.
     *
     * @param noted what earlier looks found out
     * @param whole whether all land is looked at: then {@link #nearCorners} are wanted of every parcel
     */
    Shapes(Outlines outlines, double nearMetres, Soundness noted, boolean whole) {
        this.outlines = outlines;
        this.noted = noted;
        this.whole = whole;
        room = outlines.room();
        contact = new SelfContact(nearMetres);
    }

    private void know(int slot) {
        if (known.get(slot)) {
            return;
        }
        known.set(slot);
        if (!whole && noted.isSound(slot)) {
            return;
        }
        Outline outline = outlines.read(slot, room);
        contact.scan(outline);
        turned.set(slot, outline.isTurned());
        for (int i = 0; i < contact.nearCount(); i++) {
            nearCorners.set(contact.nearCorner(i));
        }
        if (contact.touches() || outline.rings > 1) {
            TopologyValidationError error = judge(outline.shape());
            if (error != null) {
                faulty.set(slot);
                errors.put(slot, error);
            }
        }
        if (!faulty.get(slot) && !outline.isTurned()) {
            noted.noteSound(slot);
        }
    }

    private static @Nullable TopologyValidationError judge(Geometry shape) {
        try {
            return new IsValidOp(shape).getValidationError();
        } catch (RuntimeException beyondJudging) {
            return new TopologyValidationError(TopologyValidationError.SELF_INTERSECTION, shape.getCoordinate());
        }
    }

    boolean isValid(int slot) {
        know(slot);
        return !faulty.get(slot);
    }

    /** Whether some ring of the parcel runs against custom, see {@link Outline#isTurned}. */
    boolean isTurned(int slot) {
        know(slot);
        return turned.get(slot);
    }

    /** What JTS says is wrong with a parcel; null for a valid one. */
    @Nullable
    TopologyValidationError error(int slot) {
        know(slot);
        return errors.get(slot);
    }

    /** Slots of the corners found to lie near another side of a parcel they belong to, among the parcels seen so far. */
    BitSet nearCorners() {
        return nearCorners;
    }

    /** The land of a parcel: its own shape when valid, else what remains when it is repaired, perhaps nothing. */
    Geometry land(int slot) {
        if (isValid(slot)) {
            return outlines.read(slot, room).shape();
        }
        return repaired.computeIfAbsent(slot, s -> repair(outlines.read(s, room).shape()));
    }

    private static Geometry repair(Geometry shape) {
        try {
            return GeometryFixer.fix(shape);
        } catch (RuntimeException beyondRepair) {
            return shape.getFactory().createPolygon();
        }
    }

    /** The area of the parcel an outline holds: rings by the shoelace formula, or that of the repaired copy. */
    double squareMetres(Outline o) {
        if (!isValid(o.slot())) {
            return land(o.slot()).getArea();
        }
        double sum = 0;
        for (int r = 0; r < o.rings; r++) {
            double ring = Math.abs(PlaneMath.signedArea(o.xy, o.start[r], o.start[r + 1] - o.start[r]));
            sum += o.shell[r] ? ring : -ring;
        }
        return sum;
    }

    /** Whether a point lies in the land of a parcel. */
    boolean holds(int slot, double x, double y) {
        if (isValid(slot)) {
            return outlines.read(slot, room).holds(x, y);
        }
        return SimplePointInAreaLocator.locate(new Coordinate(x, y), land(slot)) == Location.INTERIOR;
    }
}
