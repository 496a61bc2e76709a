package vn.diaba.cadastre.object;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.Guards;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;

/**
 * Sets what is known of a side, for both neighbours at once. Immutable.
 *
 * @param side which side, by its ends
 * @param values new values by name ({@link #NAMES}); blank text empties one
 * @param ids fresh ids for the act
 */
public record EditSide(SideKey side, Map<String, String> values, IdBlock ids) implements EditCommand {
    /** The facts of a side, in the order lists show them: {@code line along wallOf agreement}. */
    public static final List<String> NAMES = List.of("line", "along", "wallOf", "agreement");

    /** The map levels that a parcel boundary may be drawn on. */
    public static final Set<Integer> LINE_KINDS = Set.of(10, 21, 23, 31, 32, 38, 61);

    /** Copies the map in its order. */
    public EditSide {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A fact as text: the map level, the words, or {@code unknown}, {@code agreed}, {@code refused}. */
    public static String text(SideFacts facts, String name) {
        switch (name) {
            case "line":
                return Integer.toString(facts.lineKind());
            case "along":
                return facts.along();
            case "wallOf":
                return facts.wallOf();
            default:
                return facts.agreement().name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code corner-unknown}; {@code side-unknown} when no live parcel has the side;
     *     {@code parcel-frozen}, {@code attribute-unknown}, {@code attribute-not-valid}, {@code nothing-to-do}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        List<ParcelId> users = users(fabric, side);
        Guards.refuseFrozen(fabric, users);
        SideFacts before = fabric.findSide(side).orElse(null);
        SideFacts after = before == null ? SideFacts.PLAIN : before;
        for (Map.Entry<String, String> value : values.entrySet()) {
            after = with(after, value.getKey(), value.getValue().strip());
        }
        SideFacts kept = after.equals(SideFacts.PLAIN) ? null : after;
        if (java.util.Objects.equals(before, kept)) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        return ChangeSet.planned(ids.uuid(0), "edit-side", List.of(new Change.SideChange(side, before, kept)));
    }

    /**
     * Asks whether a live parcel has the side.
     *
     * @throws ImpossibleEditException {@code corner-unknown}; {@code side-unknown} when none has
     */
    public static void requireSide(Fabric fabric, SideKey side) throws ImpossibleEditException {
        users(fabric, side);
    }

    private static List<ParcelId> users(Fabric fabric, SideKey side) throws ImpossibleEditException {
        for (CornerId end : List.of(side.first(), side.second())) {
            if (fabric.findCorner(end).isEmpty()) {
                throw new ImpossibleEditException("corner-unknown", end.toString());
            }
        }
        List<ParcelId> users = new ArrayList<>();
        for (ParcelId parcel : fabric.parcelsAt(side.first())) {
            if (fabric.parcel(parcel).rings().anyMatch(ring -> isIn(ring, side))) {
                users.add(parcel);
            }
        }
        if (users.isEmpty()) {
            throw new ImpossibleEditException(
                    "side-unknown",
                    fabric.corner(side.first()).position(),
                    fabric.corner(side.second()).position());
        }
        return users;
    }

    private static boolean isIn(Ring ring, SideKey side) {
        for (int i = 0; i < ring.size(); i++) {
            if (new SideKey(ring.at(i), ring.at(i + 1)).equals(side)) {
                return true;
            }
        }
        return false;
    }

    private static SideFacts with(SideFacts facts, String name, String value) throws ImpossibleEditException {
        int line = facts.lineKind();
        String along = facts.along();
        String wallOf = facts.wallOf();
        SideFacts.Agreement agreement = facts.agreement();
        switch (name) {
            case "line":
                line = lineKind(value);
                break;
            case "along":
                along = value;
                break;
            case "wallOf":
                wallOf = value;
                break;
            case "agreement":
                agreement = agreement(value);
                break;
            default:
                throw new ImpossibleEditException("attribute-unknown", name);
        }
        return new SideFacts(line, along, wallOf, agreement, facts.further());
    }

    private static int lineKind(String value) throws ImpossibleEditException {
        try {
            int line = value.isEmpty() ? SideFacts.PLAIN.lineKind() : Integer.parseInt(value);
            if (LINE_KINDS.contains(line)) {
                return line;
            }
        } catch (NumberFormatException notALevel) {
            throw new ImpossibleEditException("attribute-not-valid", "line", value);
        }
        throw new ImpossibleEditException("attribute-not-valid", "line", value);
    }

    private static SideFacts.Agreement agreement(String value) throws ImpossibleEditException {
        try {
            return value.isEmpty()
                    ? SideFacts.Agreement.UNKNOWN
                    : SideFacts.Agreement.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ImpossibleEditException("attribute-not-valid", "agreement", value);
        }
    }
}
