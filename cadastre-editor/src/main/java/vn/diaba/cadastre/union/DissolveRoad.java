package vn.diaba.cadastre.union;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/**
 * Makes one parcel of a road, canal or river that lies in pieces: all parcels of one land use on one map sheet that a
 * chain of common sides joins to the first. Immutable.
 *
 * @param start one of the pieces
 * @param choice how the whole is described
 * @param reason why pieces of different land users or states become one, "" when they are alike
 * @param day the day the pieces end and the whole begins
 * @param ids fresh ids for the act
 */
public record DissolveRoad(ParcelId start, MergeChoice choice, String reason, LocalDate day, IdBlock ids)
        implements EditCommand {
    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code parcel-unknown}, {@code parcel-retired}, {@code land-use-missing} with the
     *     label, {@code nothing-to-dissolve} with label and land use when no neighbour has it, and as {@link
     *     MergeParcels#plan}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        Parcel first = Guards.live(fabric, start);
        if (first.facts().landUses().isEmpty()) {
            throw new ImpossibleEditException("land-use-missing", first.label());
        }
        List<ParcelId> pieces = pieces(fabric, first);
        if (pieces.size() < 2) {
            throw new ImpossibleEditException("nothing-to-dissolve", first.label(), use(first));
        }
        MergeParcels merge = new MergeParcels(pieces, choice, reason, day, ids);
        List<Parcel> parts = merge.parts(fabric);
        Consents.check(fabric, parts, reason);
        return merge.merged(fabric, parts, "dissolve-road");
    }

    /** The pieces that would become one, the first told first. */
    private static List<ParcelId> pieces(Fabric fabric, Parcel first) {
        Set<ParcelId> found = new LinkedHashSet<>(List.of(first.id()));
        Deque<ParcelId> open = new ArrayDeque<>(found);
        ParcelCursor cursor = fabric.cursor();
        while (!open.isEmpty()) {
            for (int slot : across(fabric, cursor, open.remove())) {
                Parcel next = fabric.parcelAt(slot);
                if (isPiece(first, next) && found.add(next.id())) {
                    open.add(next.id());
                }
            }
        }
        return new ArrayList<>(found);
    }

    private static Set<Integer> across(Fabric fabric, ParcelCursor cursor, ParcelId parcel) {
        Set<Integer> slots = new LinkedHashSet<>();
        cursor.at(fabric.slotOf(parcel));
        for (int r = 0; r < cursor.rings(); r++) {
            for (int i = 0; i < cursor.size(r); i++) {
                if (cursor.across(r, i) >= 0) {
                    slots.add(cursor.across(r, i));
                }
            }
        }
        return slots;
    }

    private static boolean isPiece(Parcel first, Parcel other) {
        return other.isLive()
                && use(other).equals(use(first))
                && other.number().commune().equals(first.number().commune())
                && other.number().sheet().equals(first.number().sheet());
    }

    private static String use(Parcel parcel) {
        return LandUse.codes(parcel.facts().landUses());
    }
}
