package vn.diaba.app.vertex;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.tool.AreaLine;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.corner.Shift;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/**
 * What an edit of corners would come to, planned on a snapshot. Immutable.
 *
 * @param command the command that would be submitted
 * @param shifts how corners that exist would move; empty when none is moved
 * @param parcels the live parcels it would touch
 * @param after the land as it would be; the land as it is when the edit has no meaning
 * @param areas each of the parcels, by label
 * @param refusal why the edit has no meaning; null when it has
 */
public record EditPlan(
        EditCommand command,
        List<Shift> shifts,
        List<ParcelId> parcels,
        Fabric after,
        List<AreaLine> areas,
        @Nullable Refusal refusal) {
    /** Copies the lists. */
    public EditPlan {
        shifts = List.copyOf(shifts);
        parcels = List.copyOf(parcels);
        areas = List.copyOf(areas);
    }

    /** Plans an edit; pure, and as quick as the command's own planning. */
    public static EditPlan of(Fabric fabric, EditCommand command, List<Shift> shifts) {
        try {
            ChangeSet act = command.plan(fabric);
            Fabric after = fabric.apply(act);
            Set<ParcelId> parcels = touched(fabric, after, act);
            List<AreaLine> areas = new ArrayList<>();
            for (ParcelId id : parcels) {
                Parcel parcel = after.parcel(id);
                areas.add(new AreaLine(
                        parcel.label(),
                        fabric.findParcel(id).isPresent() ? fabric.areaOf(id).squareMetres() : Double.NaN,
                        after.areaOf(id).squareMetres(),
                        parcel.facts().legalArea()));
            }
            areas.sort(Comparator.comparing(AreaLine::label));
            return new EditPlan(command, shifts, List.copyOf(parcels), after, areas, null);
        } catch (ImpossibleEditException e) {
            Refusal why = new Refusal(e.code(), e.arguments());
            return new EditPlan(command, shifts, List.of(), fabric, List.of(), why);
        }
    }

    private static Set<ParcelId> touched(Fabric before, Fabric after, ChangeSet act) {
        Set<ParcelId> touched = new LinkedHashSet<>();
        for (Change change : act.changes()) {
            if (change instanceof Change.ParcelChange parcel) {
                touched.add(parcel.id());
            } else if (change instanceof Change.CornerChange corner) {
                touched.addAll(before.parcelsAt(corner.id()));
                touched.addAll(after.parcelsAt(corner.id()));
            }
        }
        touched.removeIf(id -> after.findParcel(id).filter(Parcel::isLive).isEmpty());
        return touched;
    }

    /** Why the edit has no meaning. */
    public Optional<Refusal> findRefusal() {
        return Optional.ofNullable(refusal);
    }

    /** How far the corner that moves farthest would go, in metres; 0 when none moves. */
    public double largestShiftMetres() {
        return shifts.stream().mapToDouble(Shift::metres).max().orElse(0);
    }

    /** The largest change of an area, in square metres. */
    public double largestAreaChange() {
        return areas.stream()
                .mapToDouble(line -> Math.abs(line.change()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }
}
