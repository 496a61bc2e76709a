package vn.diaba.app.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/**
 * Finds the map object or survey point a person means: by its {@linkplain RecordId id}, as {@code at:E,N}, or as {@code
 * point:NUMBER}. Stateless.
 */
public final class ObjectFinder {
    /** An object is meant when it lies this near the place given. */
    private static final double REACH_METRES = 0.5;

    private static final int WHOLE = 36;

    private ObjectFinder() {}

    /**
     * The one object a text means.
     *
     * @throws WorkspaceException {@code object-not-found}, {@code object-ambiguous} with the ids of the candidates, {@code
     *     coordinate-wrong}
     */
    public static PlacedRecord one(Fabric fabric, String text) throws WorkspaceException {
        return RecordId.one(all(fabric, text.strip()), text, "object-not-found", "object-ambiguous");
    }

    static List<PlacedRecord> all(Fabric fabric, String text) throws WorkspaceException {
        if (text.startsWith("at:")) {
            EastNorth place = ParcelFinder.place(text.substring(3));
            Optional<PlacedRecord> near = fabric.index().nearestObject(place, REACH_METRES);
            return near.map(List::of).orElse(List.of());
        }
        List<PlacedRecord> found = new ArrayList<>();
        if (text.startsWith("point:")) {
            String number = text.substring(6);
            fabric.forEachObject(one -> {
                if (one instanceof SurveyPoint point && point.number().equals(number)) {
                    found.add(one);
                }
            });
            return found;
        }
        if (text.length() == WHOLE) {
            return whole(fabric, text);
        }
        RecordId id = RecordId.of(text);
        if (id.isId()) {
            fabric.forEachObject(one -> {
                if (id.means(one)) {
                    found.add(one);
                }
            });
        }
        return found;
    }

    private static List<PlacedRecord> whole(Fabric fabric, String id) {
        try {
            return fabric.findRecord(UUID.fromString(id))
                    .filter(PlacedRecord.class::isInstance)
                    .map(placed -> List.of((PlacedRecord) placed))
                    .orElse(List.of());
        } catch (IllegalArgumentException noId) {
            return List.of();
        }
    }
}
