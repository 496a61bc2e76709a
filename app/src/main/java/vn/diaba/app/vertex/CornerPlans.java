package vn.diaba.app.vertex;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.command.InOneAct;
import vn.diaba.cadastre.corner.AlignCorners;
import vn.diaba.cadastre.corner.MoveCorners;
import vn.diaba.cadastre.corner.RemoveCorner;
import vn.diaba.cadastre.corner.Resurvey;
import vn.diaba.cadastre.corner.Shift;
import vn.diaba.cadastre.corner.TransformCorners;
import vn.diaba.cadastre.corner.WeldCorners;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneTransform;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;

/**
 * What can be done with several corners at once. Immutable.
 *
 * @param fabric the land
 * @param corners which corners, at least one
 * @param ids gives fresh ids
 */
record CornerPlans(Fabric fabric, List<CornerId> corners, Supplier<IdBlock> ids) {
    /** All go by as much. */
    EditPlan shifted(double eastMetres, double northMetres) {
        Map<CornerId, EastNorth> places = new LinkedHashMap<>();
        List<Shift> shifts = new ArrayList<>();
        for (CornerId id : corners) {
            EastNorth from = place(id);
            EastNorth to = new EastNorth(from.east() + eastMetres, from.north() + northMetres);
            places.put(id, to);
            shifts.add(new Shift(id, from, to));
        }
        return EditPlan.of(fabric, new MoveCorners(places, Resurvey.NOTHING, ids.get()), shifts);
    }

    /** All are turned or stretched. */
    EditPlan transformed(PlaneTransform transform) {
        List<Shift> shifts = new ArrayList<>();
        corners.forEach(id -> shifts.add(new Shift(id, place(id), transform.apply(place(id)))));
        return EditPlan.of(fabric, new TransformCorners(corners, transform, Resurvey.NOTHING, ids.get()), shifts);
    }

    /** All leave their boundaries. */
    EditPlan removed() {
        List<EditCommand> parts = new ArrayList<>();
        corners.forEach(id -> parts.add(new RemoveCorner(id, ids.get())));
        EditCommand command = parts.size() == 1 ? parts.get(0) : new InOneAct("remove-corners", parts);
        return EditPlan.of(fabric, command, List.of());
    }

    /** All come onto the line through the two that are farthest apart. */
    EditPlan aligned() throws ImpossibleEditException {
        CornerId from = corners.get(0);
        CornerId to = from;
        double longest = -1;
        for (int i = 0; i < corners.size(); i++) {
            for (int j = i + 1; j < corners.size(); j++) {
                double apart = place(corners.get(i)).distanceTo(place(corners.get(j)));
                if (apart > longest) {
                    longest = apart;
                    from = corners.get(i);
                    to = corners.get(j);
                }
            }
        }
        AlignCorners command = new AlignCorners(corners, from, to, ids.get());
        return EditPlan.of(fabric, command, command.shifts(fabric));
    }

    /** All become one. */
    EditPlan welded() throws ImpossibleEditException {
        WeldCorners command = new WeldCorners(corners, ids.get());
        return EditPlan.of(fabric, command, command.shifts(fabric));
    }

    /** The mean of their places. */
    EastNorth middle() {
        double east =
                corners.stream().mapToDouble(id -> place(id).east()).average().orElseThrow();
        double north =
                corners.stream().mapToDouble(id -> place(id).north()).average().orElseThrow();
        return new EastNorth(east, north);
    }

    private EastNorth place(CornerId id) {
        return fabric.corner(id).position();
    }
}
