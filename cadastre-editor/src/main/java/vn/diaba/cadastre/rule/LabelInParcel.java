package vn.diaba.cadastre.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;

/**
 * A label point drawn on the map (level 11) lies in a surveyed parcel, has that parcel's number if it has one, and is the
 * only one there. Land without label points is left alone, and so is a parcel without one: labels are made when drawn. The
 * arguments are whether the point lies in no parcel, whether it has another number, and whether
 * there are several.
 */
record LabelInParcel(Tolerances tolerances) implements LookRule {
    private static final int LEVEL = 11;

    @Override
    public String id() {
        return "label-in-parcel";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(Look look, Findings into) {
        Optional<Extent> where = look.isWhole() ? look.fabric.index().objectExtent() : Optional.of(look.window());
        if (where.isEmpty()) {
            return;
        }
        Map<ParcelId, List<EastNorth>> labels = new HashMap<>();
        look.fabric.index().objectsIn(where.get(), entry -> {
            if (entry instanceof MapObject label
                    && label.level() == LEVEL
                    && label.shape().kind() == ObjectShape.Kind.POINT) {
                judge(look, label, labels, into);
            }
        });
        labels.forEach((parcel, places) -> {
            if (places.size() > 1) {
                into.add(Found.at(places.get(1), List.of(parcel)).with(false, false, true));
            }
        });
    }

    private static void judge(Look look, MapObject label, Map<ParcelId, List<EastNorth>> labels, Findings into) {
        EastNorth place = label.shape().first();
        ParcelCursor cursor = look.fabric.cursor();
        List<ParcelId> homes = new ArrayList<>();
        boolean fits = label.text().isBlank();
        for (ParcelId id : look.fabric.index().parcelsAt(place)) {
            cursor.at(look.fabric.slotOf(id));
            if (cursor.set() == ParcelSet.SURVEYED) {
                homes.add(id);
                fits |= cursor.number().isEmpty()
                        || ParcelNumber.same(cursor.number(), label.text().strip());
                labels.computeIfAbsent(id, any -> new ArrayList<>()).add(place);
            }
        }
        if (homes.isEmpty()) {
            into.add(Found.at(place, List.of()).with(true, false, false));
        } else if (!fits) {
            into.add(Found.at(place, homes).with(false, true, false));
        }
    }
}
