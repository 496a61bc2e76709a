package vn.diaba.cadastre.rule;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.ParcelId;

/**
 * One look at land: what is in sight, and the findings that several rules share, each worked out once when first asked
 * for. Confined to one thread.
 */
final class Look {
    /** The step of the grid that coordinates lie on. */
    static final double GRID_METRES = 0.0001;

    final Fabric fabric;
    final Tolerances tolerances;
    final Outlines outlines;
    final Shapes shapes;
    final Partners partners;
    private final boolean numbers;
    private final BitSet touched = new BitSet();
    private final BitSet subjects = new BitSet();
    private final @Nullable Extent window;
    private final Outline room;
    private final ParcelCursor ids;
    private @Nullable OpenSides open;
    private @Nullable OverlapSearch overlaps;
    private @Nullable CornerSearch corners;
    private @Nullable List<Gap> gaps;

    Look(Fabric fabric, Scope scope, Tolerances tolerances) {
        this.fabric = fabric;
        this.tolerances = tolerances;
        numbers = scope.numbers();
        outlines = new Outlines(fabric);
        shapes = new Shapes(outlines, tolerances.edgeMatchMetres(), fabric.soundness(), scope.parcels() == null);
        partners = new Partners(fabric, outlines, shapes);
        room = outlines.room();
        ids = fabric.cursor();
        ParcelCursor cursor = fabric.cursor();
        if (scope.parcels() == null) {
            for (int slot = 0; slot < fabric.parcelSlots(); slot++) {
                touched.set(slot, cursor.at(slot));
            }
            subjects.or(touched);
            window = null;
            return;
        }
        Extent seen = scope.window();
        for (ParcelId id : scope.parcels()) {
            int slot = fabric.slotOf(id);
            if (slot >= 0 && cursor.at(slot)) {
                touched.set(slot);
                if (scope.window() == null) {
                    seen = seen == null ? cursor.extent() : seen.union(cursor.extent());
                }
            }
        }
        window = seen == null ? new Extent(0, 0, 0, 0) : seen.grownBy(tolerances.edgeMatchMetres());
        if (seen != null) {
            fabric.index().parcelsIn(window, slot -> {
                if (cursor.at(slot) && cursor.extent().intersects(window)) {
                    subjects.set(slot);
                }
            });
        }
        subjects.or(touched);
    }

    /** Whether all land is looked at. */
    boolean isWhole() {
        return window == null;
    }

    /** The window looked at; of no meaning when all land is. */
    Extent window() {
        return window == null ? new Extent(0, 0, 0, 0) : window;
    }

    /** Whether numbers are compared with those of all land. */
    boolean comparesNumbers() {
        return numbers;
    }

    /** Slots of the live parcels touched; all when the whole fabric is looked at. */
    BitSet touched() {
        return touched;
    }

    /** Slots of the live parcels touched and of those that meet the window. */
    BitSet subjects() {
        return subjects;
    }

    /** Reads each subject in turn. */
    void forEachSubject(Consumer<Outline> action) {
        subjects.stream().forEach(slot -> action.accept(outlines.read(slot, room)));
    }

    boolean sees(double x, double y) {
        return window == null
                || (window.west() <= x && x <= window.east() && window.south() <= y && y <= window.north());
    }

    boolean seesCorner(Outline o, int i) {
        return sees(o.x(i), o.y(i));
    }

    boolean seesSide(Outline o, int i) {
        if (window == null) {
            return true;
        }
        int to = o.next[i];
        return Math.min(o.x(i), o.x(to)) <= window.east()
                && Math.max(o.x(i), o.x(to)) >= window.west()
                && Math.min(o.y(i), o.y(to)) <= window.north()
                && Math.max(o.y(i), o.y(to)) >= window.south();
    }

    boolean sees(Envelope box) {
        return window == null
                || (!box.isNull()
                        && box.getMinX() <= window.east()
                        && box.getMaxX() >= window.west()
                        && box.getMinY() <= window.north()
                        && box.getMaxY() >= window.south());
    }

    ParcelId id(int slot) {
        ids.at(slot);
        return ids.id();
    }

    /** An outline of its own. */
    Outline outline(int slot) {
        return outlines.read(slot, outlines.room());
    }

    List<ParcelId> ids(BitSet slots) {
        return slots.stream().mapToObj(this::id).toList();
    }

    /** The open sides in sight of all subjects. */
    OpenSides open() {
        OpenSides found = open;
        if (found == null) {
            OpenSides all = new OpenSides();
            forEachSubject(o -> {
                shapes.isValid(o.slot());
                if (!all.add(o, partners, this) && isWhole()) {
                    partners.noteClosed(o);
                }
            });
            found = all;
            open = found;
        }
        return found;
    }

    OverlapSearch overlaps() {
        OverlapSearch found = overlaps;
        if (found == null) {
            found = new OverlapSearch(this);
            overlaps = found;
        }
        return found;
    }

    CornerSearch corners() {
        CornerSearch found = corners;
        if (found == null) {
            found = new CornerSearch(this);
            corners = found;
        }
        return found;
    }

    List<Gap> gaps() {
        List<Gap> found = gaps;
        if (found == null) {
            found = new GapSearch(this).gaps();
            gaps = found;
        }
        return found;
    }
}
