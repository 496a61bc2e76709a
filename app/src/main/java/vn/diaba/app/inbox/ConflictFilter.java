package vn.diaba.app.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.diaba.app.conflict.ConflictCard;

/**
 * Which conflicts are listed. Immutable.
 *
 * @param kind what is looked at
 * @param value what it must be; "" for all
 * @param count how many it lets through
 */
public record ConflictFilter(Kind kind, String value, int count) {
    /** What a filter looks at. */
    public enum Kind {
        /** Nothing: all go through. */
        ALL,
        /** Who made the land database's version. */
        THEIRS_BY,
        /** What both sides changed. */
        WHAT
    }

    /** Lets all through. */
    static ConflictFilter all(int count) {
        return new ConflictFilter(Kind.ALL, "", count);
    }

    /** All filters that make a difference between some conflicts, all of them first. */
    static List<ConflictFilter> of(List<ConflictCard> cards) {
        List<ConflictFilter> filters = new ArrayList<>();
        filters.add(all(cards.size()));
        for (Kind kind : List.of(Kind.THEIRS_BY, Kind.WHAT)) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            cards.forEach(card -> counts.merge(value(kind, card), 1, Integer::sum));
            if (counts.size() > 1) {
                counts.forEach((value, count) -> filters.add(new ConflictFilter(kind, value, count)));
            }
        }
        return filters;
    }

    private static String value(Kind kind, ConflictCard card) {
        return kind == Kind.ALL ? "" : kind == Kind.WHAT ? card.what() : card.theirsBy();
    }

    /** Whether it lets a conflict through. */
    boolean lets(ConflictCard card) {
        return value(kind, card).equals(value);
    }

    /** Whether it asks for the same, however many there are. */
    boolean isLike(ConflictFilter other) {
        return kind == other.kind && value.equals(other.value);
    }
}
