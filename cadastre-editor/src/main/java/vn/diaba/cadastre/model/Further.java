package vn.diaba.cadastre.model;

/**
 * What is recorded of an object by a newer version of the program and not known to this one. It is carried along untouched:
 * every copy of an object has it, an object made anew does not. Each part is the text of a JSON object with its names in
 * order, "" for nothing. Immutable.
 *
 * @param open attributes that anyone may read
 * @param unread attributes that are known, with values that are not; the object has a plain value in their place. One with
 *     null has its value in the secret part
 * @param secret attributes that may lead to persons, so the store keeps them encrypted
 */
public record Further(String open, String unread, String secret) {
    /** Nothing but what this version knows. */
    public static final Further NONE = new Further("", "", "");

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return open.isEmpty() && unread.isEmpty() && secret.isEmpty();
    }

    /** Whether an attribute shows a plain value for one that is not known: to edit the object would lose that. */
    public boolean hidesValues() {
        return !unread.isEmpty();
    }
}
