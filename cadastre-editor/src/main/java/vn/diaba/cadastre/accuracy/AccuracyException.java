package vn.diaba.cadastre.accuracy;

import java.util.List;
import vn.diaba.cadastre.fault.CodedException;

/** A check of measurements that has no limits or nothing to look at. Carries a code and arguments. */
public final class AccuracyException extends CodedException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param code kebab-case and permanent
     * @param arguments for the sentence, in an order the code defines
     */
    public AccuracyException(String code, Object... arguments) {
        super(code, List.of(arguments), null);
    }
}
