package vn.diaba.cadastre.remedy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.command.Lineage;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.rule.Violation;

/** Ways to mend what is entered twice: one of two equal parcels ends, one of two equal numbers gives way. Stateless. */
final class RecordDrafts {
    /** Parcels that keep what they have first: coded, used by somebody, numbered, then the older. */
    private static Comparator<Parcel> keepers(Fabric land) {
        return Comparator.<Parcel, Boolean>comparing(
                        parcel -> parcel.facts().code().isEmpty())
                .thenComparing(parcel -> land.rightsOf(parcel.id()).isEmpty())
                .thenComparing(parcel -> !parcel.number().isComplete())
                .thenComparing(Parcel::id);
    }

    private RecordDrafts() {}

    /** All but one of parcels of one shape end. */
    static List<Draft> duplicate(Fabric land, Violation fault, LocalDate day, IdBlock ids) {
        List<Parcel> ranked = ranked(land, fault);
        List<Draft> drafts = new ArrayList<>();
        for (Parcel stays : ranked) {
            Lineage lineage = new Lineage(land, ids);
            List<Parcel> ended =
                    ranked.stream().filter(parcel -> !parcel.equals(stays)).toList();
            ended.forEach(parcel -> lineage.retire(parcel, day));
            lineage.removeOrphans(ended, Set.of());
            drafts.add(new Draft("remedy-retire-duplicate", false, List.of(stays.id()), lineage.changes()));
        }
        return drafts;
    }

    /** The first keeps its number, the others get the next free ones of their sheet; a parcel without one gets one. */
    static List<Draft> number(Fabric land, Violation fault) {
        List<Parcel> ranked = ranked(land, fault);
        List<Draft> drafts = new ArrayList<>();
        boolean isMissing = ranked.size() == 1;
        for (Parcel stays : ranked) {
            List<Change> changes = new ArrayList<>();
            long last = 0;
            for (Parcel parcel : ranked) {
                if (isMissing || !parcel.equals(stays)) {
                    ParcelNumber old = parcel.number();
                    long next = land.nextNumber(
                            stays.number().commune(), stays.number().sheet(), last);
                    last = next == 0 ? Long.MAX_VALUE : next;
                    ParcelNumber number = new ParcelNumber(old.commune(), old.sheet(), NumberReserve.text(next));
                    changes.add(new Change.ParcelChange(parcel.id(), parcel, parcel.withNumber(number)));
                }
            }
            if (!stays.number().sheet().isEmpty()) {
                List<ParcelId> kept = List.of(stays.id());
                drafts.add(new Draft(isMissing ? "remedy-number" : "remedy-renumber", false, kept, changes));
            }
        }
        return drafts;
    }

    private static List<Parcel> ranked(Fabric land, Violation fault) {
        return fault.parcels().stream()
                .map(land::parcel)
                .filter(Parcel::isLive)
                .sorted(keepers(land))
                .toList();
    }
}
