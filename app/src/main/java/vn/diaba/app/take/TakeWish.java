package vn.diaba.app.take;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.Reservation;

/**
 * What is to be taken, as typed and drawn. Immutable.
 *
 * @param sheets numbers of map sheets, with commas or spaces between them
 * @param extents rectangles drawn, east and north in metres
 * @param margin how far neighbours are taken, metres
 * @param numbers how many parcel numbers are reserved on each sheet
 * @param attachments whether the contents of the files attached there come along
 * @param folder where the workspace is made; null for the open one
 */
public record TakeWish(
        String sheets,
        List<Extent> extents,
        String margin,
        String numbers,
        boolean attachments,
        @Nullable Path folder) {
    private static final double MOST_METRES = 1_000;

    /** Copies the list. */
    public TakeWish {
        extents = List.copyOf(extents);
    }

    /** The sheets by themselves, each once. */
    public Set<String> sheetNumbers() {
        Set<String> found = new LinkedHashSet<>();
        for (String part : sheets.split("[,;\\s]+")) {
            if (!part.isBlank()) {
                found.add(ParcelNumber.canonical(part));
            }
        }
        return found;
    }

    /** The area; nothing while there is none or the margin is no number from 0 to 1,000. */
    Optional<Area> area() {
        Set<String> named = sheetNumbers();
        return named.isEmpty() && extents.isEmpty() || !isMarginRight()
                ? Optional.empty()
                : Optional.of(new Area(named, extents, Set.of(), number(margin)));
    }

    private boolean isMarginRight() {
        double metres = number(margin);
        return metres >= 0 && metres <= MOST_METRES;
    }

    /** How many numbers are reserved on each sheet; -1 when that is not a number that can be. */
    int reserved() {
        double wanted = numbers.isBlank() ? 0 : number(numbers);
        return wanted >= 0 && wanted <= Reservation.MOST && wanted == Math.rint(wanted) ? (int) wanted : -1;
    }

    /** With comma or point; not a number when it is none. */
    private static double number(String typed) {
        String plain = typed.strip().replace(',', '.');
        return plain.matches("\\d{1,6}(\\.\\d{0,3})?") ? Double.parseDouble(plain) : Double.NaN;
    }

    /** Code of the sentence that says what is still missing; nothing when it can be asked for. */
    public Optional<String> missing() {
        if (sheetNumbers().isEmpty() && extents.isEmpty()) {
            return Optional.of("take-choose");
        }
        if (!isMarginRight()) {
            return Optional.of("take-margin-wrong");
        }
        return reserved() < 0 ? Optional.of("take-numbers-wrong") : Optional.empty();
    }
}
