package vn.diaba.app.parcel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.diaba.app.text.DayText;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.record.Paper;

/**
 * A paper as it is typed. Immutable.
 *
 * @param type code of its type, "" for none yet
 * @param number what is printed on it
 * @param book its number in the office's book
 * @param issued the day it bears, as typed
 * @param issuer who issued it
 * @param remark anything else
 * @param holders ids of all whom it names
 */
public record PaperDraft(
        String type, String number, String book, String issued, String issuer, String remark, Set<UUID> holders) {
    /** Copies the set. */
    public PaperDraft {
        holders = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(holders));
    }

    /**
     * What was typed, over what was known.
     *
     * @throws ImpossibleEditException {@code day-unreadable} with what was typed
     */
    Paper over(Paper known) throws ImpossibleEditException {
        var day = DayText.read(issued);
        if (day.isEmpty() && !issued.isBlank()) {
            throw new ImpossibleEditException("day-unreadable", issued.strip());
        }
        return known.cited(type, number.strip())
                .issuedBy(issuer.strip(), day.orElse(null), book.strip())
                .remarked(remark.strip())
                .naming(List.copyOf(holders));
    }
}
