package vn.diaba.cadastre.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.diaba.cadastre.command.AddParcels;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.remedy.FixPlan;
import vn.diaba.cadastre.remedy.Remedies;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Violation;

/** Acts that the program works out: land that comes from files, and remedies. */
final class RandomArrivals {
    static final Map<String, Function<Picks, EditCommand>> KINDS = kinds();

    private static final RuleBook BOOK = RuleBook.standard(Tolerances.STANDARD);

    private RandomArrivals() {}

    private static Map<String, Function<Picks, EditCommand>> kinds() {
        Map<String, Function<Picks, EditCommand>> kinds = new LinkedHashMap<>();
        kinds.put("add-parcels", RandomArrivals::parcels);
        kinds.put("fix-faults", RandomArrivals::remedy);
        return kinds;
    }

    private static AddParcels parcels(Picks picks) {
        FabricBuilder builder = new FabricBuilder(picks.land, picks.ids, 0);
        for (int n = 1 + picks.random.nextInt(2); n > 0; n--) {
            EastNorth place = picks.near(picks.at(picks.corner()));
            EastNorth next = picks.near(picks.at(picks.corner()));
            double east = place.east() + 1 + 9 * picks.random.nextDouble();
            double north = place.north() + 1 + 9 * picks.random.nextDouble();
            double[] xy = {place.east(), place.north(), east, place.north(), next.east(), next.north(), east, north};
            ParcelNumber number = new ParcelNumber("", "1", "" + picks.random.nextInt(40));
            ParcelSet set = picks.isSeldom() ? ParcelSet.LEGAL : ParcelSet.SURVEYED;
            Draft.Holder holder = new Draft.Holder("người " + picks.random.nextInt(3), "", "GDC");
            builder.add(new Draft(n, set, number, ParcelFacts.NONE, List.of(new Draft.DraftRing(xy, true)), holder));
        }
        return new AddParcels(builder.build().changes(), picks.ids.uuid(0));
    }

    /** Mends some of the faults there are, each by one of its remedies. */
    private static FixPlan remedy(Picks picks) {
        long[] block = {picks.random.nextInt(1 << 30)};
        Supplier<IdBlock> ids = () -> IdBlock.seeded(block[0]++ << 20 | 7);
        FixPlan plan = new FixPlan(new Remedies(BOOK, ids, Picks.DAY), picks.land, picks.ids.uuid(0));
        List<Violation> faults = BOOK.check(picks.land, Scope.ALL).violations();
        for (int n = 0; n < 3 && !faults.isEmpty(); n++) {
            plan.add(faults.get(picks.random.nextInt(faults.size())), 1 + picks.random.nextInt(2));
        }
        return plan;
    }
}
