package vn.diaba.cadastre.fabric;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.diaba.cadastre.model.ParcelNumber;

/**
 * Which parcel numbers may be given here: any that is free, or only those reserved for this workspace, so that two teams never
 * give the same one. Land keeps it through all its changes; its runs may be renewed at any time. Safe.
 */
public final class NumberReserve {
    private volatile Runs runs = new Runs(List.of(), false);

    /** Any number that is free, until {@link #renew}. */
    public NumberReserve() {}

    /**
     * Numbers on a sheet that nobody else gives. Immutable.
     *
     * @param commune code of the commune, as parcels cite it
     * @param sheet number of the sheet
     * @param first the first number
     * @param last the last number, not before the first
     */
    public record Run(String commune, String sheet, long first, long last) {
        /** Brings the sheet to its canonical form. */
        public Run {
            sheet = ParcelNumber.canonical(sheet);
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("numbers " + first + " to " + last);
            }
        }

        boolean isOn(String otherCommune, String otherSheet) {
            return commune.equals(otherCommune) && sheet.equals(ParcelNumber.canonical(otherSheet));
        }
    }

    private record Runs(List<Run> runs, boolean only) {}

    /**
     * Sets the runs.
     *
     * @param reserved all that are reserved for this workspace
     * @param only whether a sheet without a run has no number to give; else its numbers are free
     */
    public void renew(List<Run> reserved, boolean only) {
        runs = new Runs(List.copyOf(reserved), only);
    }

    /** The runs. */
    public List<Run> runs() {
        return runs.runs;
    }

    private boolean isFree(Runs now, String commune, String sheet) {
        return !now.only && now.runs.stream().noneMatch(run -> run.isOn(commune, sheet));
    }

    /** The next number on a sheet after one given before, 0 for none; 0 when there is none to give. */
    long next(Fabric land, String commune, String sheet, long after) {
        Runs now = runs;
        if (isFree(now, commune, sheet)) {
            return Math.max(after, land.largestNumber(commune, sheet)) + 1;
        }
        Set<Long> used = used(land, commune, sheet);
        return now.runs.stream()
                .filter(run -> run.isOn(commune, sheet) && run.last > after)
                .sorted(java.util.Comparator.comparingLong(Run::first))
                .flatMap(run -> java.util.stream.LongStream.rangeClosed(Math.max(run.first, after + 1), run.last)
                        .boxed())
                .filter(number -> !used.contains(number))
                .findFirst()
                .orElse(0L);
    }

    /** How many numbers land may still give on a sheet; {@link Long#MAX_VALUE} where they are free. */
    public static long of(Fabric land, String commune, String sheet) {
        return land.reserve.left(land, commune, sheet);
    }

    /** How many numbers are left on a sheet; {@link Long#MAX_VALUE} where they are free. */
    public long left(Fabric land, String commune, String sheet) {
        Runs now = runs;
        if (isFree(now, commune, sheet)) {
            return Long.MAX_VALUE;
        }
        Set<Long> used = used(land, commune, sheet);
        return now.runs.stream()
                .filter(run -> run.isOn(commune, sheet))
                .mapToLong(run -> run.last
                        - run.first
                        + 1
                        - used.stream()
                                .filter(number -> number >= run.first && number <= run.last)
                                .count())
                .sum();
    }

    /** The numbers that parcels of a sheet begin with, retired ones too. */
    private static Set<Long> used(Fabric land, String commune, String sheet) {
        Set<Long> used = new HashSet<>();
        String wanted = ParcelNumber.canonical(sheet);
        ParcelCursor cursor = land.cursor();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            cursor.at(slot);
            if (cursor.isThere()
                    && cursor.commune().equals(commune)
                    && ParcelNumber.canonical(cursor.sheet()).equals(wanted)) {
                used.add(SheetNumbers.leadingNumber(cursor.number()));
            }
        }
        return used;
    }

    /** A number as it is written; "" for 0. */
    public static String text(long number) {
        return number == 0 ? "" : Long.toString(number);
    }
}
