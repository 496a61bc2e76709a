package vn.diaba.cadastre.paper;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.PlacedRecord;

/** What every edit of a paper or attachment asks. Stateless. */
final class PaperGuard {
    private PaperGuard() {}

    /** The paper with an id; {@code paper-unknown} without one. */
    static Paper existing(Fabric fabric, UUID id) throws ImpossibleEditException {
        if (fabric.findRecord(id).orElse(null) instanceof Paper found) {
            return found;
        }
        throw new ImpossibleEditException("paper-unknown", id.toString());
    }

    /** The attachment with an id; {@code attachment-unknown} without one. */
    static Attachment attached(Fabric fabric, UUID id) throws ImpossibleEditException {
        if (fabric.findRecord(id).orElse(null) instanceof Attachment found) {
            return found;
        }
        throw new ImpossibleEditException("attachment-unknown", id.toString());
    }

    /** Refuses what no paper can be: of no type, with another's number, citing further parcels or parties that are not here. */
    static void check(Fabric fabric, @Nullable Paper before, Paper wanted) throws ImpossibleEditException {
        if (plain(wanted.type()).isEmpty()) {
            throw new ImpossibleEditException("paper-type-missing");
        }
        checkNumber(fabric, before, wanted);
        for (ParcelId parcel : wanted.parcels()) {
            if (fabric.findParcel(parcel).isEmpty()
                    && (before == null || !before.parcels().contains(parcel))) {
                throw new ImpossibleEditException("parcel-unknown", parcel.toString());
            }
        }
        for (UUID holder : wanted.holders()) {
            if (!(fabric.findRecord(holder).orElse(null) instanceof Party)
                    && (before == null || !before.holders().contains(holder))) {
                throw new ImpossibleEditException("party-unknown", holder.toString());
            }
        }
    }

    /** Nothing is asked when the number stays as it was: what was twofold before is not this edit's doing. */
    private static void checkNumber(Fabric fabric, @Nullable Paper before, Paper wanted)
            throws ImpossibleEditException {
        if (plain(wanted.number()).isEmpty() || before != null && isSame(before, wanted)) {
            return;
        }
        for (Paper other : fabric.papersNumberedLike(wanted.number())) {
            if (!other.id().equals(wanted.id()) && isSame(other, wanted)) {
                throw new ImpossibleEditException("paper-number-taken", other.type(), other.number());
            }
        }
    }

    private static boolean isSame(Paper one, Paper other) {
        return plain(one.number()).equals(plain(other.number()))
                && plain(one.type()).equals(plain(other.type()));
    }

    /** Refuses a file that belongs to nothing there is or has a name no file can have. */
    static void check(Fabric fabric, Attachment wanted) throws ImpossibleEditException {
        LandRecord owner = fabric.findRecord(wanted.of()).orElse(null);
        boolean isOwned = owner instanceof Paper
                || owner instanceof CaseFile
                || owner instanceof PlacedRecord
                || fabric.findParcel(ParcelId.of(wanted.of())).isPresent();
        if (!isOwned) {
            throw new ImpossibleEditException(
                    "attachment-of-unknown", wanted.of().toString());
        }
        checkName(wanted);
    }

    /** Refuses a name no file can have. */
    static void checkName(Attachment wanted) throws ImpossibleEditException {
        if (!FileName.isPlain(wanted.name())) {
            throw new ImpossibleEditException("attachment-name-wrong", FileName.plain(wanted.name()));
        }
    }

    /** Spaces between the letters and digits of a number are the writer's taste. */
    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
