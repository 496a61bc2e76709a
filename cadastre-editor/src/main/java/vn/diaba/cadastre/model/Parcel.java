package vn.diaba.cadastre.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parcel of land (thửa đất). Immutable. A live parcel has faces, rings of corner ids; a retired one has none, and its
 * last outline by value.
 *
 * @param id names it for ever
 * @param set the coverage it belongs to
 * @param number how people cite it
 * @param facts what else is known
 * @param faces its pieces, at least one while it lives, none when retired
 * @param lifespan from when to when it is land
 * @param parents the parcels it was made from
 * @param frozen the last outline of a retired parcel; null while it lives
 */
public record Parcel(
        ParcelId id,
        ParcelSet set,
        ParcelNumber number,
        ParcelFacts facts,
        List<Face> faces,
        Lifespan lifespan,
        List<ParcelId> parents,
        @Nullable FrozenShape frozen) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if it has faces and a frozen shape, or neither
     */
    public Parcel {
        faces = List.copyOf(faces);
        parents = List.copyOf(parents);
        if (faces.isEmpty() == (frozen == null)) {
            throw new IllegalArgumentException("a parcel has faces, or when retired a frozen shape");
        }
    }

    /** A new live parcel without parents. */
    public static Parcel live(ParcelId id, ParcelNumber number, ParcelFacts facts, List<Face> faces) {
        return new Parcel(id, ParcelSet.SURVEYED, number, facts, faces, Lifespan.ALIVE, List.of(), null);
    }

    /**
     * How the parcel is named where there is little room: {@code sheet/number}, the number alone when the sheet is not
     * known, {@code #record} when it has no number.
     */
    public String label() {
        if (number.number().isEmpty()) {
            return "#" + (facts.sourceId().isEmpty() ? id.toString().substring(28) : facts.sourceId());
        }
        return number.sheet().isEmpty() ? number.number() : number.label();
    }

    /** Whether it is land now. */
    public boolean isLive() {
        return !faces.isEmpty();
    }

    /** All rings, face by face, shells before their holes. */
    public Stream<Ring> rings() {
        return faces.stream().flatMap(Face::rings);
    }

    /** The same parcel cited otherwise. */
    public Parcel withNumber(ParcelNumber other) {
        return new Parcel(id, set, other, facts, faces, lifespan, parents, frozen);
    }

    /** The same parcel with other facts. */
    public Parcel withFacts(ParcelFacts other) {
        return new Parcel(id, set, number, other, faces, lifespan, parents, frozen);
    }

    /** The same parcel with another outline. */
    public Parcel withFaces(List<Face> other) {
        return new Parcel(id, set, number, facts, other, lifespan, parents, frozen);
    }

    /** The same parcel, retired: no corners any more, its outline kept by value. */
    public Parcel retired(FrozenShape shape, Lifespan ended) {
        return new Parcel(id, set, number, facts, List.of(), ended, parents, shape);
    }
}
