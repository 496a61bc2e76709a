package vn.diaba.cadastre.record;

import java.util.UUID;

/**
 * What the map shows beside parcels and their corners: houses, walls, lines of roads and water, names, corridors.
 * Immutable. Its geometry is its own: it shares no corners with the land. Points of control are {@link SurveyPoint}s.
 *
 * @param id names it for ever
 * @param level the map level, 1 to 63, as the annex of layers of the cadastral map regulation numbers them: 14 house
 *     wall, 15 house label, 28 road name, 34 stream …
 * @param shape where it is
 * @param text what is written there, "" for nothing; as on the map, so anyone may read it
 * @param facts what else is known
 */
public record MapObject(UUID id, int level, ObjectShape shape, String text, ObjectFacts facts) implements PlacedRecord {
    /** The largest level there is. */
    public static final int LEVELS = 63;

    /**
     * Checks the level.
     *
     * @throws IllegalArgumentException if it is not 1 to 63
     */
    public MapObject {
        if (level < 1 || level > LEVELS) {
            throw new IllegalArgumentException("not a map level: " + level);
        }
    }

    /** An object of which nothing is known but its place and what is written there. */
    public static MapObject of(UUID id, int level, ObjectShape shape, String text) {
        return new MapObject(id, level, shape, text, ObjectFacts.NONE);
    }

    /** The text; without one the house label ({@code b2}), without that the name. */
    @Override
    public String label() {
        if (!text.isEmpty()) {
            return text;
        }
        String house = facts.houseLabel();
        return house.isEmpty() ? facts.name() : house;
    }

    /** The same object elsewhere. */
    public MapObject withShape(ObjectShape other) {
        return new MapObject(id, level, other, text, facts);
    }

    /** The same object with other facts. */
    public MapObject withFacts(ObjectFacts other) {
        return new MapObject(id, level, shape, text, other);
    }
}
