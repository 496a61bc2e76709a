package vn.diaba.cadastre.cogo;

import java.util.List;
import vn.diaba.cadastre.fault.CodedException;

/** A construction that has no solution, or a text that is no angle, distance or chain. Carries a code and arguments. */
public final class CogoException extends CodedException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param code kebab-case and permanent
     * @param arguments for the sentence, in an order the code defines; lengths are metres, angles degrees
     */
    public CogoException(String code, Object... arguments) {
        super(code, List.of(arguments), null);
    }
}
