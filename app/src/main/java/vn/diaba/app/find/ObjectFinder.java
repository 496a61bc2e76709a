package vn.diaba.app.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.PlacedRecord;
import vn.diaba.cadastre.model.SurveyPoint;

/**
 * Finds the map object or survey point a person means: by its id or the last eight letters of it, as {@code at:E,N}, or as
 * {@code point:NUMBER}. Stateless.
 */
public final class ObjectFinder {
    /** An object is meant when it lies this near the place given. */
    private static final double REACH_METRES = 0.5;

    private static final int SHORT = 8;

    private ObjectFinder() {}

    /** The last letters of an id, by which people can name an object. */
    public static String shortId(PlacedRecord object) {
        return RecordId.shortId(object);
    }

    /**
     * The one object a text means.
     *
     * @throws WorkspaceException {@code object-not-found}, {@code object-ambiguous} with the ids of the candidates, {@code
     *     coordinate-wrong}
     */
    public static PlacedRecord one(Fabric fabric, String text) throws WorkspaceException {
        List<PlacedRecord> found = all(fabric, text.strip());
        if (found.isEmpty()) {
            throw new WorkspaceException("object-not-found", text);
        }
        if (found.size() > 1) {
            String ids = String.join(
                    ", ",
                    found.stream().limit(20).map(one -> one.id().toString()).toList());
            throw new WorkspaceException("object-ambiguous", text, ids);
        }
        return found.get(0);
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
        String id = text.toLowerCase(Locale.ROOT);
        if (id.length() == 36) {
            try {
                if (fabric.findRecord(UUID.fromString(id)).orElse(null) instanceof PlacedRecord placed) {
                    return List.of(placed);
                }
            } catch (IllegalArgumentException noId) {
                return List.of();
            }
        } else if (id.length() >= SHORT) {
            fabric.forEachObject(one -> {
                if (one.id().toString().endsWith(id)) {
                    found.add(one);
                }
            });
        }
        return found;
    }
}
