package vn.diaba.cadastre.traverse;

import java.util.List;

/**
 * A measurement that may be wrong, for a sentence. Immutable.
 *
 * @param code kebab-case and permanent: {@code blunder-distance-long}, {@code blunder-distance-short} (from, to, metres);
 *     {@code blunder-distance-digits} (from, to, as written, likely meant); {@code blunder-bearing} (from, to, seconds too
 *     large); {@code blunder-bearing-digits} (from, to, as written, likely meant); {@code blunder-bearing-reversed} (from,
 *     to); {@code blunder-angle} (at, from, to, seconds too large); {@code blunder-direction} (at, to, seconds too large);
 *     {@code blunder-closing-angle} (at, seconds too large); {@code blunder-all-turned} (seconds); {@code blunder-all-scaled} (parts per million too long); {@code
 *     blunder-known-point} (name, metres east, metres north)
 * @param arguments for the sentence, in that order
 * @param leftMetres what would still not close if it were right; NaN where that has no meaning
 */
public record Suspicion(String code, List<Object> arguments, double leftMetres) {
    /** Copies the arguments. */
    public Suspicion {
        arguments = List.copyOf(arguments);
    }
}
