package vn.diaba.cadastre.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.remedy.FixPlan;
import vn.diaba.cadastre.remedy.Remedies;

/** Remedies on real and damaged land: edit beside a fault, mend, undo, and nothing that was sound is harmed. */
@Tag("acceptance")
class RemedyAcceptanceTest {
    private static final Logger LOG = Logger.getLogger(RemedyAcceptanceTest.class.getName());

    private final AtomicLong seeds = new AtomicLong(1000);

    private FixPlan plan(Fabric land) {
        Remedies remedies =
                new Remedies(Checks.BOOK, () -> IdBlock.seeded(seeds.incrementAndGet()), LocalDate.of(2026, 6, 1));
        return new FixPlan(remedies, land, new UUID(2, seeds.incrementAndGet()));
    }

    private static CheckReport check(Fabric land) {
        return Checks.BOOK.check(land, Scope.ALL);
    }

    /** All safe remedies; the land after them. */
    private Fabric safe(String name, Fabric land) throws Exception {
        CheckReport before = check(land);
        FixPlan plan = plan(land);
        plan.addSafe(
                before.violations().stream()
                        .filter(v -> Remedies.mayBeSafe(v.rule()))
                        .toList(),
                Progress.NONE);
        if (plan.fixes().isEmpty()) {
            return land;
        }
        ChangeSet act = plan.plan(land);
        Fabric after = land.apply(act);
        CheckReport now = check(after);
        LOG.info(() -> "%s: %d mended, errors %d -> %d, %s -> %s"
                .formatted(
                        name,
                        plan.fixes().size(),
                        before.count(Severity.ERROR),
                        now.count(Severity.ERROR),
                        before.byRule(),
                        now.byRule()));
        assertEquals(List.of(), Checks.BOOK.newErrors(before, now), "no new error");
        assertTrue(now.count(Severity.ERROR) <= before.count(Severity.ERROR));
        assertEquals(land, after.apply(act.inverse(new UUID(3, 3))), "undo restores all");
        return after;
    }

    /** Moves a corner of a faulty parcel by a centimetre and back, beside the fault. */
    private static void editBeside(Fabric land, Violation fault) throws Exception {
        ParcelId parcel = fault.parcels().get(0);
        CornerId id = land.parcel(parcel).faces().get(0).shell().at(0);
        Corner corner = land.corner(id);
        EastNorth to =
                new EastNorth(corner.position().east() + 0.01, corner.position().north() + 0.01);
        ChangeSet act = new MoveCorner(id, to, IdBlock.seeded(77)).plan(land);
        Fabric after = land.apply(act);
        Scope scope = Scope.around(java.util.Set.copyOf(after.parcelsAt(id)), null);
        Checks.BOOK.check(after, scope);
        assertEquals(land, after.apply(act.inverse(new UUID(1, 9))));
    }

    private Fabric mendFirst(Fabric land, String rule) throws Exception {
        CheckReport before = check(land);
        for (Violation fault : before.of(rule)) {
            FixPlan plan = plan(land);
            plan.add(fault, 1);
            if (!plan.fixes().isEmpty()) {
                Fabric after = land.apply(plan.plan(land));
                CheckReport now = check(after);
                assertTrue(now.count(rule) < before.count(rule), rule);
                assertEquals(List.of(), Checks.BOOK.newErrors(before, now));
                return after;
            }
        }
        return land;
    }

    @Test
    void cambridgeIsEditedBesideFaultsAndMended() throws Exception {
        Fabric land =
                SharedData.geoPackage("cambridge-ma-parcels-2013/parcels-2013-epsg26986.gpkg", "parcels", "fid", 1);
        for (String rule : List.of("no-overlap", "ring-is-simple", "no-gap", "edges-match")) {
            for (Violation fault : check(land).of(rule).stream().limit(5).toList()) {
                editBeside(land, fault);
            }
        }
        Fabric after = safe("Cambridge", land);
        assertTrue(check(after).count("edges-match") < check(land).count("edges-match"));
    }

    @Test
    void adjustmentsAreEditedBesideFaultsAndMendedOneByOne() throws Exception {
        Fabric land =
                SharedData.geoPackage("nz-waca-adjustments/nz-waca-adjustments.gpkg", "nz_waca_adjustments", "id", 1e5);
        for (Violation fault : check(land).of("no-overlap").stream().limit(20).toList()) {
            editBeside(land, fault);
        }
        long duplicates = check(land).count("no-duplicate");
        Fabric after = mendFirst(land, "no-duplicate");
        assertTrue(check(after).count("no-duplicate") < duplicates);
        safe("WACA", land);
    }

    @Test
    void seededErrorsOfWaihekeAreMendedSafelyAndByChoice() throws Exception {
        Fabric land = SharedData.geoPackage("nz-waiheke-seeded-errors/west-dirty.gpkg", "parcels", "parcel_id", 1);
        safe("Waiheke, safe", land);
        CheckReport before = check(land);
        FixPlan plan = plan(land);
        before.violations().stream().filter(v -> v.severity() == Severity.ERROR).forEach(fault -> plan.add(fault, 1));
        CheckReport now = check(land.apply(plan.plan(land)));
        LOG.info(() -> "Waiheke, best: %d mended, %d along, %d left, %s -> %s"
                .formatted(plan.fixes().size(), plan.gone().size(), plan.left().size(), before.byRule(), now.byRule()));
        assertTrue(now.count(Severity.ERROR) < before.count(Severity.ERROR) / 2);
    }
}
