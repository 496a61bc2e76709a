package vn.diaba.cadastre.rule;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import vn.diaba.cadastre.model.ParcelId;

/** Takes what one rule finds: keeps up to a limit, counts the rest, gives ids. Confined to one thread. */
final class Findings {
    private static final int ID_BYTES = 12;
    private static final Comparator<List<ParcelId>> BY_PARCELS = (a, b) -> {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    };
    private static final Comparator<Found> BY_PARCELS_AND_PLACE = Comparator.comparing(Found::parcels, BY_PARCELS)
            .thenComparing(found -> found.place().gridEast())
            .thenComparing(found -> found.place().gridNorth());

    private final String rule;
    private final Severity usual;
    private final Severity wanted;
    private final int limit;
    private final List<Found> kept = new ArrayList<>();
    private final Map<Severity, Long> counts = new EnumMap<>(Severity.class);

    /**
     * Prepares.
     *
     * @param rule the rule's id
     * @param usual how much its faults weigh by the rule itself
     * @param wanted how much they weigh in this office
     * @param limit how many are kept
     */
    Findings(String rule, Severity usual, Severity wanted, int limit) {
        this.rule = rule;
        this.usual = usual;
        this.wanted = wanted;
        this.limit = limit;
    }

    /** Takes a fault. */
    void add(Found found) {
        count(ownWeight(found));
        if (kept.size() < limit) {
            kept.add(found);
        }
    }

    /** Whether more faults are only counted, so that none need be described. */
    boolean isFull() {
        return kept.size() >= limit;
    }

    /** Counts a fault that nobody describes. */
    void count() {
        count(usual);
    }

    /** Counts a fault that nobody describes, of a weight the rule gives it. */
    void count(Severity own) {
        counts.merge(weight(own), 1L, Long::sum);
    }

    private Severity ownWeight(Found found) {
        return found.severity() == null ? usual : found.severity();
    }

    /** A fault that the rule itself takes more lightly than usual never weighs more than that. */
    private Severity weight(Severity own) {
        return own == usual || wanted.compareTo(own) > 0 ? wanted : own;
    }

    /** How many were found, kept or not. */
    Map<Severity, Long> counts() {
        return counts;
    }

    /** The faults kept, with ids, ordered by parcels and place. */
    List<Violation> violations() {
        kept.sort(BY_PARCELS_AND_PLACE);
        List<Violation> violations = new ArrayList<>(kept.size());
        int ordinal = 0;
        for (int i = 0; i < kept.size(); i++) {
            Found found = kept.get(i);
            ordinal = i > 0 && kept.get(i - 1).parcels().equals(found.parcels()) ? ordinal + 1 : 0;
            violations.add(new Violation(
                    id(found.parcels(), ordinal),
                    rule,
                    weight(ownWeight(found)),
                    found.parcels(),
                    found.place(),
                    found.squareMetres(),
                    found.metres(),
                    found.wkt(),
                    found.arguments()));
        }
        return violations;
    }

    private String id(List<ParcelId> parcels, int ordinal) {
        ByteBuffer numbers = ByteBuffer.allocate(16 * parcels.size() + 4);
        for (ParcelId parcel : parcels) {
            numbers.putLong(parcel.high()).putLong(parcel.low());
        }
        numbers.putInt(ordinal).flip();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(rule.getBytes(StandardCharsets.UTF_8));
            digest.update(numbers);
            return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
