package vn.diaba.cadastre.change;

import java.util.Objects;

/** Checks that two changes follow each other. */
final class ChangeJoin {
    private ChangeJoin() {}

    static Change checked(Change first, Change next) {
        if (!first.id().equals(next.id())) {
            throw new IllegalArgumentException("changes of different objects: " + first.id() + ", " + next.id());
        }
        if (!Objects.equals(first.after(), next.before())) {
            throw new IllegalArgumentException("the second change of " + first.id() + " starts from another value");
        }
        return next;
    }
}
