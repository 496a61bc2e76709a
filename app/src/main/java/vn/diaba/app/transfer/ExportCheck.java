package vn.diaba.app.transfer;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.cadastre.rule.Violation;

/**
 * What is to be known before land leaves. Immutable.
 *
 * @param parcels how many parcels are meant
 * @param objects how many map objects and survey points there are
 * @param withoutUser parcels without a land user
 * @param withoutNumber parcels without a number
 * @param withErrors parcels with an error; -1 when the land has not been checked yet
 */
record ExportCheck(long parcels, long objects, long withoutUser, long withoutNumber, long withErrors) {
    /** Parcels about which nothing is to be said. */
    static ExportCheck of(Fabric land, Predicate<Parcel> select, @Nullable CheckReport report, Progress progress) {
        Set<ParcelId> faulty = new HashSet<>();
        if (report != null) {
            for (Violation violation : report.violations()) {
                if (violation.severity() == Severity.ERROR) {
                    faulty.addAll(violation.parcels());
                }
            }
        }
        long parcels = 0;
        long users = 0;
        long numbers = 0;
        long errors = 0;
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if ((slot & 0xFFF) == 0) {
                progress.checkCancelled();
            }
            Parcel parcel = land.findParcelAt(slot).orElse(null);
            if (parcel != null && parcel.isLive() && select.test(parcel)) {
                parcels++;
                users += land.rightsOf(parcel.id()).isEmpty() ? 1 : 0;
                numbers += parcel.number().number().isEmpty() ? 1 : 0;
                errors += faulty.contains(parcel.id()) ? 1 : 0;
            }
        }
        long[] objects = {0};
        land.forEachObject(each -> objects[0]++);
        return new ExportCheck(parcels, objects[0], users, numbers, report == null ? -1 : errors);
    }
}
