package vn.diaba.cadastre.casefile;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.CaseFile;

/** What every edit of a case asks. Stateless. */
final class CaseGuard {
    private CaseGuard() {}

    /** The case with an id; {@code case-unknown} without one. */
    static CaseFile existing(Fabric fabric, UUID id) throws ImpossibleEditException {
        if (fabric.findRecord(id).orElse(null) instanceof CaseFile found) {
            return found;
        }
        throw new ImpossibleEditException("case-unknown", id.toString());
    }

    /**
     * Refuses what no case can be: without a number, with another's, about further parcels that are not
     * here, due before it came.
     */
    static void check(Fabric fabric, @Nullable CaseFile before, CaseFile wanted) throws ImpossibleEditException {
        if (plain(wanted.number()).isEmpty()) {
            throw new ImpossibleEditException("case-number-missing");
        }
        for (CaseFile other : fabric.cases()) {
            if (!other.id().equals(wanted.id()) && plain(other.number()).equals(plain(wanted.number()))) {
                throw new ImpossibleEditException("case-number-taken", other.number());
            }
        }
        for (ParcelId parcel : wanted.parcels()) {
            if (fabric.findParcel(parcel).isEmpty()
                    && (before == null || !before.parcels().contains(parcel))) {
                throw new ImpossibleEditException("parcel-unknown", parcel.toString());
            }
        }
        if (wanted.received() != null
                && wanted.deadline() != null
                && wanted.deadline().isBefore(wanted.received())) {
            throw new ImpossibleEditException("case-due-before-received", wanted.deadline(), wanted.received());
        }
    }

    private static String plain(String number) {
        return Normalizer.normalize(number, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }

    static ChangeSet act(IdBlock ids, String label, @Nullable CaseFile before, CaseFile after) {
        Change change = new Change.RecordChange(after.id(), before, after);
        return ChangeSet.planned(ids.uuid(0), label, List.of(change)).inCase(after.id());
    }
}
