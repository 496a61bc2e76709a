package vn.diaba.app.doctor;

import java.util.List;

/**
 * What was found of one part. Immutable.
 *
 * @param part which part, one word, stable: {@code java}, {@code disk}
 * @param state how good
 * @param code of the sentence, kebab-case
 * @param arguments of the sentence, in the order the code defines
 */
public record Check(String part, State state, String code, List<Object> arguments) {
    /** How good a part is. */
    public enum State {
        /** As it should be, or merely worth telling. */
        OK("ok", "✓"),
        /** Works, but not for everything; the sentence says for what. */
        WARNING("warning", "!"),
        /** The program cannot do its work. */
        FAULT("fault", "✗");

        private final String word;
        private final String mark;

        State(String word, String mark) {
            this.word = word;
            this.mark = mark;
        }

        /** The word for it in JSON. */
        public String word() {
            return word;
        }

        /** One character in front of a line. */
        public String mark() {
            return mark;
        }
    }

    /** Copies the arguments. */
    public Check {
        arguments = List.copyOf(arguments);
    }

    static Check ok(String part, String code, Object... arguments) {
        return new Check(part, State.OK, code, List.of(arguments));
    }

    static Check warning(String part, String code, Object... arguments) {
        return new Check(part, State.WARNING, code, List.of(arguments));
    }

    static Check fault(String part, String code, Object... arguments) {
        return new Check(part, State.FAULT, code, List.of(arguments));
    }
}
