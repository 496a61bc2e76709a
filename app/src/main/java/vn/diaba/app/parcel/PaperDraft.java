package vn.diaba.app.parcel;

import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.model.Paper;
import vn.diaba.cadastre.model.ParcelId;

/**
 * A paper as it is typed. Immutable.
 *
 * @param type code of its type, "" for none yet
 * @param number what is printed on it
 * @param book its number in the office's book
 * @param issued the day it bears, as typed
 * @param issuer who issued it
 * @param namesHolders whether it names those who hold the parcel
 */
public record PaperDraft(String type, String number, String book, String issued, String issuer, boolean namesHolders) {
    /** The paper typed, about a parcel whose holders are these. */
    Paper paper(UUID id, ParcelId parcel, List<UUID> holders) throws ImpossibleEditException {
        var day = vn.diaba.app.text.DayText.read(issued);
        if (day.isEmpty() && !issued.isBlank()) {
            throw new ImpossibleEditException("day-unreadable", issued.strip());
        }
        return Paper.of(id, type, number.strip())
                .issuedBy(issuer.strip(), day.orElse(null), book.strip())
                .about(List.of(parcel))
                .naming(namesHolders ? holders : List.of());
    }
}
