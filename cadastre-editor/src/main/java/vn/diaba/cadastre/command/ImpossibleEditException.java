package vn.diaba.cadastre.command;

import java.util.List;
import vn.diaba.cadastre.fault.CodedException;

/** A request that has no meaning for the land it was made of. Carries a code and arguments, no sentence. */
public final class ImpossibleEditException extends CodedException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is impossible.
     *
     * @param code kebab-case and permanent
     * @param arguments for the sentence, in an order the code defines
     */
    public ImpossibleEditException(String code, Object... arguments) {
        super(code, List.of(arguments), null);
    }
}
