package vn.diaba.app.vertex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.corner.DetachCorner;
import vn.diaba.cadastre.corner.MoveCorners;
import vn.diaba.cadastre.corner.Resurvey;
import vn.diaba.cadastre.corner.Shift;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.map.canvas.MapPointer;

/**
 * A corner held by the mouse: alone, with the others picked, or torn off for one of its parcels. It keeps its distance from
 * the pointer, so that taking hold of it does not move it. FX thread only.
 */
final class CornerDrag implements Drag {
    /** Stands for the reason until it is asked for. */
    private static final String UNASKED = "…";

    private final Fabric fabric;
    private final Corner corner;
    private final List<CornerId> together;
    private final MapPointer start;
    private final IdBlock ids;
    private final boolean detaches;
    private @Nullable ParcelId leaving;

    private CornerDrag(Hold held, Corner corner, List<CornerId> together, boolean detaches) {
        fabric = held.fabric;
        this.corner = corner;
        start = held.start;
        ids = held.ids;
        this.together = together;
        this.detaches = detaches;
    }

    /** The land, where the pointer took hold, whether a corner is to be torn off, and fresh ids. */
    record Hold(Fabric fabric, MapPointer start, boolean detaches, IdBlock ids) {}

    /** The corner for all its parcels, with others that go along when it is one of several picked. */
    static CornerDrag moving(Hold held, Corner corner, List<CornerId> picked) {
        boolean several = picked.size() > 1 && picked.contains(corner.id());
        return new CornerDrag(held, corner, several ? picked : List.of(corner.id()), false);
    }

    /** The corner for the parcel the pointer took it in; where that is none or several, the first it is dragged into. */
    static CornerDrag detaching(Hold held, Corner corner) {
        CornerDrag drag = new CornerDrag(held, corner, List.of(corner.id()), true);
        drag.leaving = drag.parcelAt(held.start);
        return drag;
    }

    @Override
    public Drop at(MapPointer pointer, double reachMetres) {
        EastNorth held = new EastNorth(
                corner.position().east() + pointer.east() - start.east(),
                corner.position().north() + pointer.north() - start.north());
        if (detaches) {
            return detached(pointer, held);
        }
        Landing landing = reachMetres > 0 ? Landing.of(fabric, corner, held, reachMetres) : Landing.free(held);
        if (together.size() == 1) {
            return new Drop(landing.plan(fabric, corner, ids), landing);
        }
        // Of several only points and objects are caught; what one of them lands on says nothing of the rest.
        if (landing.kind() == Landing.Kind.CORNER || landing.kind() == Landing.Kind.SIDE) {
            landing = Landing.free(held);
        }
        return new Drop(shifted(landing.place()), landing);
    }

    private EditPlan shifted(EastNorth to) {
        long east = to.gridEast() - corner.position().gridEast();
        long north = to.gridNorth() - corner.position().gridNorth();
        Map<CornerId, EastNorth> places = new LinkedHashMap<>();
        List<Shift> shifts = new ArrayList<>();
        for (CornerId id : together) {
            EastNorth from = fabric.corner(id).position();
            EastNorth there = EastNorth.ofGrid(from.gridEast() + east, from.gridNorth() + north);
            places.put(id, there);
            shifts.add(new Shift(id, from, there));
        }
        return EditPlan.of(fabric, new MoveCorners(places, Resurvey.NOTHING, ids), shifts);
    }

    private Drop detached(MapPointer pointer, EastNorth held) {
        if (leaving == null) {
            leaving = parcelAt(pointer);
        }
        ParcelId parcel = leaving == null ? fabric.parcelsAt(corner.id()).get(0) : leaving;
        DetachCorner command = new DetachCorner(corner.id(), parcel, held, UNASKED, ids);
        Shift shift = new Shift(corner.id(), corner.position(), held);
        return new Drop(EditPlan.of(fabric, command, List.of(shift)), Landing.free(held));
    }

    private @Nullable ParcelId parcelAt(MapPointer pointer) {
        List<ParcelId> here = new ArrayList<>(fabric.index().parcelsAt(new EastNorth(pointer.east(), pointer.north())));
        here.retainAll(fabric.parcelsAt(corner.id()));
        return here.size() == 1 ? here.get(0) : null;
    }
}
