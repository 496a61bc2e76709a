package vn.diaba.app.vertex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.text.Values;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.SurveyPoint;

/** What the tip beside a corner says: whose it is, and how well it is known. Stateless. */
public final class CornerTip {
    private static final int PARCELS_SHOWN = 8;

    private CornerTip() {}

    /** A corner's name: its number in the parcel meant, and the survey point it became. */
    public static String title(Fabric fabric, CornerId corner, List<ParcelId> selected, Tongue tongue) {
        Optional<ParcelId> reference = CornerNumbers.reference(fabric, corner, selected);
        if (reference.isEmpty()) {
            return tongue.say("vertex-corner-unused");
        }
        String name = tongue.say(
                "vertex-corner",
                CornerNumbers.number(fabric, reference.get(), corner),
                fabric.parcel(reference.get()).label());
        return point(fabric, corner)
                .map(point -> name + tongue.say("vertex-corner-point", point.number()))
                .orElse(name);
    }

    /** The survey point a corner became, when it still lies there. */
    private static Optional<SurveyPoint> point(Fabric fabric, CornerId corner) {
        EastNorth place = fabric.corner(corner).position();
        List<SurveyPoint> found = new ArrayList<>();
        fabric.index().objectsIn(Extent.of(place), placed -> {
            if (placed instanceof SurveyPoint point && corner.equals(point.corner())) {
                found.add(point);
            }
        });
        return found.stream().findFirst();
    }

    /** Rows of two cells: the parcels that share the corner with its number in each, then what is known of the survey. */
    public static List<List<String>> rows(Fabric fabric, Corner corner, Tongue tongue) {
        List<List<String>> rows = new ArrayList<>();
        List<ParcelId> sharing = fabric.parcelsAt(corner.id()).stream()
                .sorted(Comparator.comparing(id -> fabric.parcel(id).label()))
                .toList();
        rows.add(List.of(tongue.say("vertex-sharing", sharing.size()), tongue.say("vertex-number")));
        for (ParcelId id : sharing.subList(0, Math.min(PARCELS_SHOWN, sharing.size()))) {
            rows.add(List.of(fabric.parcel(id).label(), String.valueOf(CornerNumbers.number(fabric, id, corner.id()))));
        }
        Values values = tongue.messages().values();
        Observation how = corner.observation();
        if (how.equals(Observation.UNKNOWN) && corner.monument().isEmpty()) {
            rows.add(List.of(tongue.say("vertex-source"), tongue.say("vertex-source-unknown")));
        }
        add(rows, tongue.say("object-method"), how.method());
        add(
                rows,
                tongue.say("object-sigma"),
                Double.isNaN(how.sigmaMetres()) ? "" : values.styled(how.sigmaMetres(), "mm"));
        add(rows, tongue.say("object-date"), how.date() == null ? "" : values.plain(how.date()));
        add(rows, tongue.say("object-surveyor"), how.surveyor());
        add(rows, tongue.say("object-instrument"), how.instrument());
        add(rows, tongue.say("vertex-monument"), corner.monument());
        return rows;
    }

    private static void add(List<List<String>> rows, String name, String value) {
        if (!value.isEmpty()) {
            rows.add(List.of(name, value));
        }
    }
}
