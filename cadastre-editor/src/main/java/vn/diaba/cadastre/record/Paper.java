package vn.diaba.cadastre.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.ParcelId;

/**
 * A legal paper (giấy tờ): a certificate, contract or decision that tells who may use which land, or one that tells who a
 * person is. Immutable. Everything in it is personal: encrypted wherever it is stored.
 *
 * @param id names it for ever
 * @param type code of the kind of paper ({@code GCN}); the list of codes is the office's data
 * @param number what is printed on it (số phát hành, số giấy tờ), "" when unknown
 * @param bookNumber under what it stands in the office's book (số vào sổ), "" when unknown
 * @param issued the day it bears, if known
 * @param issuer who issued it, "" when unknown
 * @param parcels what it is about, live or retired; each once, in the order of their ids
 * @param holders ids of the parties it names; each once, in the order of their ids
 * @param remark anything else, "" for nothing
 * @param further what a newer version of the program knows
 */
public record Paper(
        UUID id,
        String type,
        String number,
        String bookNumber,
        @Nullable LocalDate issued,
        String issuer,
        List<ParcelId> parcels,
        List<UUID> holders,
        String remark,
        Further further)
        implements LandRecord {
    /** Brings parcels and holders to one order. */
    public Paper {
        parcels = parcels.stream()
                .distinct()
                .sorted(Comparator.comparing(ParcelId::toString))
                .toList();
        holders = holders.stream()
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
    }

    /** A paper of which only its type and number are known. */
    public static Paper of(UUID id, String type, String number) {
        return new Paper(id, type, number, "", null, "", List.of(), List.of(), "", Further.NONE);
    }

    /** The same of another type, under another number. */
    public Paper cited(String as, String under) {
        return new Paper(id, as, under, bookNumber, issued, issuer, parcels, holders, remark, further);
    }

    /** The same as somebody issued it. */
    public Paper issuedBy(String who, @Nullable LocalDate day, String inBook) {
        return new Paper(id, type, number, inBook, day, who, parcels, holders, remark, further);
    }

    /** The same about other parcels. */
    public Paper about(List<ParcelId> others) {
        return new Paper(id, type, number, bookNumber, issued, issuer, others, holders, remark, further);
    }

    /** The same naming other parties. */
    public Paper naming(List<UUID> others) {
        return new Paper(id, type, number, bookNumber, issued, issuer, parcels, others, remark, further);
    }

    /** The same with other words. */
    public Paper remarked(String words) {
        return new Paper(id, type, number, bookNumber, issued, issuer, parcels, holders, words, further);
    }
}
