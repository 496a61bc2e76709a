package vn.diaba.cadastre.edit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.PackedChanges;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.NewerRecord;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/**
 * Refuses what would lose something that only a newer version of the program understands: an edit of an object that shows a
 * plain value in place of one not known here, and the end of an object that a record of a newer kind cites. Stateless.
 */
final class NewerGuard {
    private NewerGuard() {}

    /**
     * Looks at an act before it is done.
     *
     * @throws ImpossibleEditException {@code object-is-newer} with what is edited; {@code newer-record-cites} with what would
     *     end and how many records cite it
     */
    static void check(Fabric land, ChangeSet act) throws ImpossibleEditException {
        if (act.changes() instanceof PackedChanges) {
            return;
        }
        Map<UUID, String> ending = new HashMap<>();
        for (Change change : act.changes()) {
            Object before = change.before();
            if (before != null && further(before).hidesValues()) {
                throw new ImpossibleEditException("object-is-newer", name(change, before));
            }
            if (before != null && ends(change)) {
                ending.put(id(change), name(change, before));
            }
        }
        if (!ending.isEmpty()) {
            checkCitations(land, ending);
        }
    }

    private static void checkCitations(Fabric land, Map<UUID, String> ending) throws ImpossibleEditException {
        Map<UUID, Integer> citing = new HashMap<>();
        land.forEachPlaceless(NewerRecord.class, newer -> {
            Set<UUID> cited = new HashSet<>(newer.cited());
            cited.retainAll(ending.keySet());
            cited.forEach(id -> citing.merge(id, 1, Integer::sum));
        });
        for (Map.Entry<UUID, Integer> one : citing.entrySet()) {
            throw new ImpossibleEditException("newer-record-cites", ending.get(one.getKey()), one.getValue());
        }
    }

    private static Further further(Object value) {
        if (value instanceof Parcel parcel) {
            return parcel.facts().further();
        }
        if (value instanceof SideFacts side) {
            return side.further();
        }
        if (value instanceof SurveyPoint point) {
            return point.further();
        }
        if (value instanceof MapObject object) {
            return object.facts().further();
        }
        if (value instanceof Paper paper) {
            return paper.further();
        }
        if (value instanceof Attachment file) {
            return file.further();
        }
        return value instanceof CaseFile file ? file.further() : Further.NONE;
    }

    private static boolean ends(Change change) {
        return change.after() == null
                || change.before() instanceof Parcel was && was.isLive() && !((Parcel) change.after()).isLive();
    }

    private static UUID id(Change change) {
        if (change.id() instanceof ParcelId parcel) {
            return parcel.uuid();
        }
        if (change.id() instanceof CornerId corner) {
            return UUID.fromString(corner.toString());
        }
        return change.id() instanceof UUID id ? id : new UUID(0, 0);
    }

    private static String name(Change change, Object value) {
        if (value instanceof Parcel parcel) {
            return parcel.label();
        }
        if (value instanceof PlacedRecord placed) {
            return placed.label();
        }
        return change.id().toString();
    }
}
