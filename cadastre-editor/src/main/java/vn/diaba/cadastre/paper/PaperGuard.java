package vn.diaba.cadastre.paper;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Attachment;
import vn.diaba.cadastre.model.CaseFile;
import vn.diaba.cadastre.model.LandRecord;
import vn.diaba.cadastre.model.Paper;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Party;
import vn.diaba.cadastre.model.PlacedRecord;

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
        for (Paper other : fabric.papers()) {
            if (!plain(wanted.number()).isEmpty()
                    && !other.id().equals(wanted.id())
                    && plain(other.number()).equals(plain(wanted.number()))
                    && plain(other.type()).equals(plain(wanted.type()))) {
                throw new ImpossibleEditException("paper-number-taken", other.type(), other.number());
            }
        }
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
