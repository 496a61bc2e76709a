package vn.diaba.cadastre.remedy;

import java.time.LocalDate;
import java.util.Comparator;
import vn.diaba.cadastre.model.Corner;

/** Which of two corners gives way: the better-surveyed stays, of equals the one surveyed, then made, earlier. Stateless. */
final class Standing {
    /** Corners that stay first. */
    static final Comparator<Corner> ORDER = Comparator.comparingDouble(Standing::sigma)
            .thenComparing(Standing::day)
            .thenComparing(Corner::id);

    private Standing() {}

    private static double sigma(Corner corner) {
        double sigma = corner.observation().sigmaMetres();
        return Double.isNaN(sigma) ? Double.POSITIVE_INFINITY : sigma;
    }

    private static LocalDate day(Corner corner) {
        LocalDate day = corner.observation().date();
        return day == null ? LocalDate.MAX : day;
    }
}
