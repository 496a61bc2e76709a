package vn.diaba.app.edit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.remedy.Remedies;
import vn.diaba.cadastre.remedy.Remedy;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.Violation;

/** Works out remedies to be shown; away from the FX thread. Stateless. */
final class Proposals {
    private Proposals() {}

    static List<Proposal> of(Fabric land, Violation fault, RuleBook rules, Clock clock) {
        WindowThread.refuse();
        Remedies remedies = new Remedies(rules, () -> IdBlock.fresh(clock), LocalDate.now(clock));
        List<Proposal> proposals = new ArrayList<>();
        for (Remedy remedy : remedies.of(land, fault)) {
            proposals.add(new Proposal(remedy, outlines(land.apply(remedy.plan()), land, remedy)));
        }
        return proposals;
    }

    private static List<Geometry> outlines(Fabric after, Fabric before, Remedy remedy) {
        Set<ParcelId> touched = new LinkedHashSet<>();
        for (Change change : remedy.plan().changes()) {
            if (change instanceof Change.ParcelChange parcel) {
                touched.add(parcel.id());
            } else if (change instanceof Change.CornerChange corner) {
                touched.addAll(before.parcelsAt(corner.id()));
            }
        }
        return touched.stream()
                .filter(id ->
                        after.findParcel(id).filter(parcel -> parcel.isLive()).isPresent())
                .map(after::shapeOf)
                .toList();
    }
}
