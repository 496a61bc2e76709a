package vn.diaba.cadastre.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.cadastre.rule.Violation;

/**
 * Judges an act by difference: what was wrong before may stay wrong, nothing new may come and nothing may grow. A fault
 * of a piece counts as the fault of the parcel it was cut from, one of a merged parcel as that of any part. Stateless.
 */
public final class Verdict {
    private Verdict() {}

    /**
     * The violations an act brings.
     *
     * @param judge the rules
     * @param before the land the act starts from
     * @param after the land it gives
     * @param act the act
     * @return what no act may do, then the faults in the act's neighbourhood that were not there before or have grown, errors
     *     first
     */
    public static List<Violation> news(Judge judge, Fabric before, Fabric after, ChangeSet act) {
        List<Violation> news = new ArrayList<>(judge.check(before, after, act));
        Scope scope = Neighbourhood.of(before, after, act).orElse(null);
        if (scope == null) {
            return news;
        }
        CheckReport now = judge.check(after, scope);
        if (now.violations().isEmpty()) {
            return news;
        }
        CheckReport old = judge.check(before, scope);
        Map<ParcelId, ParcelId> families = families(act);
        news.addAll(judge.newErrors(old, now, id -> families.getOrDefault(id, id)));
        Set<List<Object>> known = new HashSet<>();
        old.violations().forEach(violation -> known.add(subject(violation, families)));
        for (Violation violation : now.violations()) {
            if (violation.severity() != Severity.ERROR && !known.contains(subject(violation, families))) {
                news.add(violation);
            }
        }
        return news;
    }

    private static List<Object> subject(Violation violation, Map<ParcelId, ParcelId> families) {
        Set<ParcelId> parcels = new HashSet<>();
        violation.parcels().forEach(id -> parcels.add(families.getOrDefault(id, id)));
        return List.of(violation.rule(), parcels);
    }

    /** For each parcel of an act one that stands for all it comes from or goes to. */
    private static Map<ParcelId, ParcelId> families(ChangeSet act) {
        Map<ParcelId, ParcelId> families = new HashMap<>();
        for (Change change : act.changes()) {
            if (change instanceof Change.ParcelChange parcel) {
                join(families, parcel.before());
                join(families, parcel.after());
            }
        }
        families.replaceAll((id, any) -> head(families, id));
        return families;
    }

    private static void join(Map<ParcelId, ParcelId> families, @org.jspecify.annotations.Nullable Parcel parcel) {
        if (parcel != null) {
            for (ParcelId parent : parcel.parents()) {
                ParcelId one = head(families, parcel.id());
                ParcelId other = head(families, parent);
                families.putIfAbsent(one, one);
                families.put(other, one);
            }
        }
    }

    private static ParcelId head(Map<ParcelId, ParcelId> families, ParcelId id) {
        ParcelId head = id;
        for (ParcelId next = families.get(head); next != null && !next.equals(head); next = families.get(head)) {
            head = next;
        }
        return head;
    }

    /** Those that forbid the act: errors not waived. Nothing waives a ring that crosses itself. */
    public static List<Violation> forbidding(List<Violation> news, List<Waiver> waivers) {
        return news.stream()
                .filter(violation -> violation.severity() == Severity.ERROR)
                .filter(violation -> violation.rule().equals("ring-is-simple")
                        || waivers.stream().noneMatch(waiver -> waives(waiver, violation)))
                .toList();
    }

    private static boolean waives(Waiver waiver, Violation violation) {
        return waiver.rule().equals(violation.rule())
                && (waiver.subjects().isEmpty()
                        || violation.parcels().stream().map(ParcelId::uuid).anyMatch(waiver.subjects()::contains));
    }
}
