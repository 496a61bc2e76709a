package vn.diaba.app.union;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.union.AddPart;
import vn.diaba.cadastre.union.AdjustBoundary;
import vn.diaba.cadastre.union.AnnexLand;
import vn.diaba.cadastre.union.CutHole;
import vn.diaba.cadastre.union.DissolveRoad;
import vn.diaba.cadastre.union.FillHole;
import vn.diaba.cadastre.union.MergeChoice;
import vn.diaba.cadastre.union.RemovePart;
import vn.diaba.cadastre.union.RetireParcel;
import vn.diaba.cadastre.union.Terms;

/**
 * All that was said of an edit so far. Immutable.
 *
 * @param kind which edit
 * @param parcels in the order they were chosen
 * @param line drawn on the map; for a ring without its first position again
 * @param place pointed at; null for none
 * @param terms numbers, legal areas, reason, day
 * @param flag the answer to the edit's own question
 */
record ReshapeRequest(
        ReshapeKind kind,
        List<ParcelId> parcels,
        List<EastNorth> line,
        @Nullable EastNorth place,
        Terms terms,
        boolean flag) {
    ReshapeRequest {
        parcels = List.copyOf(parcels);
        line = List.copyOf(line);
    }

    /** Code of what has to be said next; empty when nothing is missing. */
    Optional<String> findMissing() {
        ReshapeKind.Needs needs = kind.needs();
        if (parcels.size() < needs.least() || parcels.size() > needs.most()) {
            return Optional.of("reshape-parcels." + kind.code());
        }
        boolean lacks =
                switch (needs.gesture()) {
                    case LINE -> line.size() < 2 && !(kind == ReshapeKind.ANNEX && place != null);
                    case RING -> line.size() < 3;
                    case PLACE -> place == null;
                    default -> false;
                };
        return lacks ? Optional.of("reshape-draw." + kind.code()) : Optional.empty();
    }

    /** The command, if nothing is missing. */
    Optional<EditCommand> findCommand(IdBlock ids) {
        return findMissing().isPresent() ? Optional.empty() : Optional.of(command(ids));
    }

    private EditCommand command(IdBlock ids) {
        EastNorth at = place == null ? new EastNorth(0, 0) : place;
        return switch (kind) {
            case ANNEX -> {
                List<EastNorth> cut = line.size() < 2 ? List.of() : line;
                yield new AnnexLand(parcels.get(0), parcels.get(1), new AnnexLand.Part(cut, place), terms, ids);
            }
            case ADJUST -> new AdjustBoundary(parcels, line, terms, ids);
            case CUT_HOLE -> new CutHole(parcels.get(0), line, flag, terms, ids);
            case FILL_HOLE -> {
                @Nullable ParcelId to = flag || parcels.isEmpty() ? null : parcels.get(0);
                yield new FillHole(at, to, ParcelSet.SURVEYED, terms, ids);
            }
            case ADD_PART -> new AddPart(parcels.get(0), parcels.get(1), at, terms, ids);
            case REMOVE_PART -> new RemovePart(parcels.get(0), at, flag, terms, ids);
            case DISSOLVE -> {
                MergeChoice choice = new MergeChoice(Map.of(), Map.of(), terms.legal(), flag);
                yield new DissolveRoad(parcels.get(0), choice, terms.reason(), terms.day(), ids);
            }
            case RETIRE -> new RetireParcel(parcels.get(0), terms.reason(), terms.day(), ids);
        };
    }
}
