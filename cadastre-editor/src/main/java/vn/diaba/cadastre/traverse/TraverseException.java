package vn.diaba.cadastre.traverse;

import java.util.List;
import vn.diaba.cadastre.fault.CodedException;

/** A traverse or network that cannot be computed. Carries a code and arguments. */
public final class TraverseException extends CodedException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param code kebab-case and permanent
     * @param arguments for the sentence, in an order the code defines
     */
    public TraverseException(String code, Object... arguments) {
        super(code, List.of(arguments), null);
    }
}
