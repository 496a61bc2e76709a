package vn.diaba.app.demo;

import java.util.ArrayList;
import java.util.List;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Parcel;

/** Finds parcels of the sample and does edits that must succeed. Stateless. */
final class DemoLand {
    private DemoLand() {}

    /** The live parcel with a key. */
    static Parcel bySource(Fabric land, String sourceId) throws DemoException {
        ParcelCursor cursor = land.cursor();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if (cursor.at(slot) && land.parcelAt(slot).facts().sourceId().equals(sourceId)) {
                return land.parcelAt(slot);
            }
        }
        throw new DemoException("sample-not-as-expected", sourceId);
    }

    /** The live parcel at a position. */
    static Parcel at(Fabric land, EastNorth place) throws DemoException {
        return land.index().parcelsAt(place).stream()
                .findFirst()
                .map(land::parcel)
                .orElseThrow(() -> new DemoException("sample-not-as-expected", place));
    }

    /** Does an edit. */
    static EditOutcome.Applied apply(OpenWorkspace open, EditCommand command) throws DemoException, JournalException {
        return applied(open.session().execute(command, List.of()));
    }

    static EditOutcome.Applied applied(EditOutcome outcome) throws DemoException {
        if (outcome instanceof EditOutcome.Applied applied) {
            return applied;
        }
        throw new DemoException("sample-not-as-expected", outcome.toString());
    }

    /** The live parcels made by an act, largest first. */
    static List<Parcel> created(EditOutcome.Applied applied) {
        List<Parcel> created = new ArrayList<>();
        applied.changes().changes().forEach(change -> {
            if (change.before() == null && change.after() instanceof Parcel parcel && parcel.isLive()) {
                created.add(parcel);
            }
        });
        created.sort((a, b) -> Double.compare(
                applied.fabric().areaOf(b.id()).squareMetres(),
                applied.fabric().areaOf(a.id()).squareMetres()));
        return created;
    }
}
