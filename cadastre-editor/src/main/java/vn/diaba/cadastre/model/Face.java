package vn.diaba.cadastre.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * One connected piece of a parcel: an outer ring with holes. Immutable; orientation carries no meaning.
 *
 * @param shell the outer ring
 * @param holes rings cut out of it, possibly none
 */
public record Face(Ring shell, List<Ring> holes) {
    /** Copies the list. */
    public Face {
        holes = List.copyOf(holes);
    }

    /** A face without holes. */
    public static Face of(Ring shell) {
        return new Face(shell, List.of());
    }

    /** The shell, then the holes. */
    public Stream<Ring> rings() {
        return Stream.concat(Stream.of(shell), holes.stream());
    }
}
