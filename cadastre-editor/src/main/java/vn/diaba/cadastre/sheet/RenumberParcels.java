package vn.diaba.cadastre.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;

/**
 * Numbers the parcels of map sheets. Those without a number of law (empty, or not beginning with a number) get the numbers
 * after the largest their sheet ever had; or all are numbered anew from 1, leaving out the numbers of retired parcels,
 * which are never used again. Where only numbers reserved for this workspace may be given, because it holds a part of the
 * sheet, all of them come from these. A parcel that had a number keeps it as its old one. Immutable.
 *
 * @param set whose parcels
 * @param commune only this commune's; null: all communes, each for itself
 * @param sheet only this sheet; null: all sheets, each for itself
 * @param order the order of the numbers
 * @param all whether parcels that have a number of law get another
 * @param ids fresh ids for the act
 */
public record RenumberParcels(
        ParcelSet set, @Nullable String commune, @Nullable String sheet, ZigZag order, boolean all, IdBlock ids)
        implements EditCommand {
    /** A sheet of a commune. */
    private record Sheet(String commune, String sheet) {}

    /** Whether a number is one of law: digits, not all 0, letters after them allowed ({@code 12a}). */
    public static boolean isLawful(String number) {
        return number.matches("0*[1-9][0-9]*\\s*\\p{L}*");
    }

    /** How many numbers of a sheet are used up by retired parcels. */
    public static int retired(Fabric fabric, String commune, String sheet) {
        Sheet place = new Sheet(commune, ParcelNumber.canonical(sheet));
        return taken(fabric, Set.of(place)).getOrDefault(place, Set.of()).size();
    }

    /**
     * The table of old and new numbers, sheet by sheet in the order of the new numbers; the preview of {@link #plan}.
     *
     * @return one row for each parcel whose number changes
     */
    public List<Renumbering> table(Fabric fabric) {
        return table(fabric, sheets(fabric));
    }

    private List<Renumbering> table(Fabric fabric, Map<Sheet, List<ParcelId>> sheets) {
        Map<Sheet, Set<Long>> taken = all ? taken(fabric, sheets.keySet()) : Map.of();
        List<Renumbering> table = new ArrayList<>();
        sheets.forEach((place, parcels) -> number(fabric, place, parcels, taken.getOrDefault(place, Set.of()), table));
        return table;
    }

    private void number(Fabric fabric, Sheet place, List<ParcelId> parcels, Set<Long> taken, List<Renumbering> table) {
        List<ParcelId> chosen = parcels.stream()
                .filter(id -> all || !isLawful(fabric.parcel(id).number().number()))
                .toList();
        if (chosen.isEmpty()) {
            return;
        }
        boolean anew = all && isWhole(fabric, place);
        long next = 0;
        for (ParcelId id : order.order(fabric, chosen)) {
            next = anew ? next + 1 : fabric.nextNumber(place.commune, place.sheet, next);
            while (anew && taken.contains(next)) {
                next++;
            }
            if (next == 0) {
                break;
            }
            ParcelNumber before = fabric.parcel(id).number();
            ParcelNumber after = new ParcelNumber(before.commune(), before.sheet(), Long.toString(next));
            if (!after.equals(before)) {
                table.add(new Renumbering(id, before, after));
            }
        }
    }

    /** Whether all parcels of a sheet are here, so that its numbers are known. */
    private static boolean isWhole(Fabric fabric, Sheet place) {
        return NumberReserve.of(fabric, place.commune, place.sheet) == Long.MAX_VALUE;
    }

    private Map<Sheet, List<ParcelId>> sheets(Fabric fabric) {
        Map<Sheet, List<ParcelId>> sheets =
                new TreeMap<>(Comparator.comparing(Sheet::commune).thenComparing(Sheet::sheet));
        ParcelCursor cursor = fabric.cursor();
        for (int slot = 0; slot < fabric.parcelSlots(); slot++) {
            if (cursor.at(slot) && cursor.set() == set) {
                Sheet place = new Sheet(cursor.commune(), ParcelNumber.canonical(cursor.sheet()));
                boolean isWanted = (commune == null || commune.equals(place.commune))
                        && (sheet == null || ParcelNumber.same(sheet, place.sheet));
                if (isWanted) {
                    sheets.computeIfAbsent(place, key -> new ArrayList<>()).add(cursor.id());
                }
            }
        }
        return sheets;
    }

    /** The numbers of retired parcels on some sheets. */
    private static Map<Sheet, Set<Long>> taken(Fabric fabric, Set<Sheet> places) {
        Map<Sheet, Set<Long>> taken = new HashMap<>();
        ParcelCursor cursor = fabric.cursor();
        for (int slot = 0; slot < fabric.parcelSlots(); slot++) {
            if (!cursor.at(slot) && cursor.isThere() && isLawful(cursor.number())) {
                Sheet place = new Sheet(cursor.commune(), ParcelNumber.canonical(cursor.sheet()));
                String digits = cursor.number().replaceAll("[^0-9].*", "");
                if (digits.length() <= 18 && places.contains(place)) {
                    taken.computeIfAbsent(place, key -> new HashSet<>()).add(Long.valueOf(digits));
                }
            }
        }
        return taken;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code sheet-without-parcels} with the sheet asked for, {@code numbers-too-few} with the
     *     sheet, how many it takes to number all anew and how many are reserved, {@code nothing-to-do}, {@code parcel-frozen}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        Map<Sheet, List<ParcelId>> sheets = sheets(fabric);
        if (sheet != null && sheets.isEmpty()) {
            throw new ImpossibleEditException("sheet-without-parcels", sheet);
        }
        for (Map.Entry<Sheet, List<ParcelId>> one : sheets.entrySet()) {
            Sheet place = one.getKey();
            long left = NumberReserve.of(fabric, place.commune, place.sheet);
            if (all && left < one.getValue().size()) {
                throw new ImpossibleEditException(
                        "numbers-too-few", place.sheet, one.getValue().size(), left);
            }
        }
        List<Renumbering> table = table(fabric, sheets);
        if (table.isEmpty()) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        Guards.refuseFrozen(fabric, table.stream().map(Renumbering::parcel).toList());
        List<Change> changes = new ArrayList<>();
        for (Renumbering row : table) {
            Parcel before = fabric.parcel(row.parcel());
            changes.add(new Change.ParcelChange(before.id(), before, renumbered(before, row.after())));
        }
        return ChangeSet.planned(ids.uuid(0), "renumber-parcels", changes);
    }

    private static Parcel renumbered(Parcel parcel, ParcelNumber number) {
        ParcelNumber old = parcel.number();
        ParcelFacts f = parcel.facts();
        if (old.number().isEmpty()) {
            return parcel.withNumber(number);
        }
        return parcel.withNumber(number)
                .withFacts(new ParcelFacts(
                        f.code(),
                        f.sourceId(),
                        f.landUses(),
                        f.legalLandUses(),
                        f.legalArea(),
                        f.state(),
                        old.sheet(),
                        old.number(),
                        f.address(),
                        f.extras(),
                        f.further()));
    }
}
