package vn.diaba.app.edit;

import java.util.List;
import vn.diaba.cadastre.fault.CodedException;
import vn.diaba.map.crs.CrsException;

/**
 * Why something could not be done, as code and arguments of a sentence. Immutable.
 *
 * @param code kebab-case and permanent
 * @param arguments for the sentence
 */
public record Refusal(String code, List<Object> arguments) {
    /** Copies the list. */
    public Refusal {
        arguments = List.copyOf(arguments);
    }

    /** The reason in what was thrown; {@code window-fault} for a bug. */
    public static Refusal of(Exception thrown) {
        if (thrown instanceof CodedException e) {
            return new Refusal(e.code(), e.arguments());
        }
        if (thrown instanceof CrsException e) {
            return new Refusal(e.code(), e.arguments());
        }
        if (thrown instanceof java.io.IOException e) {
            return new Refusal("input-or-output-failed", List.of(String.valueOf(e.getMessage())));
        }
        return new Refusal("window-fault", List.of(thrown.getClass().getSimpleName()));
    }
}
