package vn.diaba.cadastre.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.division.DivideParcel;
import vn.diaba.cadastre.division.LegalShare;
import vn.diaba.cadastre.division.SplitParcel;
import vn.diaba.cadastre.division.TakeStrip;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.union.AddPart;
import vn.diaba.cadastre.union.AdjustBoundary;
import vn.diaba.cadastre.union.AnnexLand;
import vn.diaba.cadastre.union.CutHole;
import vn.diaba.cadastre.union.DissolveRoad;
import vn.diaba.cadastre.union.FillHole;
import vn.diaba.cadastre.union.MergeParcels;
import vn.diaba.cadastre.union.RemovePart;
import vn.diaba.cadastre.union.RetireParcel;
import vn.diaba.cadastre.union.Terms;

/** What edits do to the areas of the parcels they change, all of these taken together. */
final class Areas {
    /** Where a neighbour's corner lies beside a side a new corner goes to it, up to 1 mm away. */
    private static final double SNAP_METRES = 1e-3;

    private enum Sum {
        STAYS,
        GROWS,
        SHRINKS,
        FREE
    }

    private Areas() {}

    /** Land passes from one to another without loss; papers' areas are shared to the last tenth. */
    static void check(Fabric before, Fabric after, ChangeSet plan, EditCommand command) {
        Sum sum = sum(command);
        if (sum == Sum.FREE) {
            return;
        }
        double was = 0;
        double is = 0;
        double tolerance = 0.001;
        List<@Nullable LegalArea> legalWas = new ArrayList<>();
        List<@Nullable LegalArea> legalIs = new ArrayList<>();
        for (Change change : plan.changes()) {
            if (change instanceof Change.ParcelChange parcel) {
                was += area(before, parcel.before());
                is += area(after, parcel.after());
                tolerance += SNAP_METRES * (perimeter(before, parcel.before()) + perimeter(after, parcel.after()));
                legal(parcel.before(), legalWas);
                legal(parcel.after(), legalIs);
            }
        }
        assertTrue(sum == Sum.SHRINKS || is > was - tolerance, was + " m² become " + is + " by " + command);
        assertTrue(sum == Sum.GROWS || is < was + tolerance, was + " m² become " + is + " by " + command);
        if (isByPapers(command) && !legalWas.contains(null)) {
            assertEquals(tenths(legalWas), tenths(legalIs), "the papers' areas, tenths, by " + command);
        }
    }

    private static Sum sum(EditCommand command) {
        if (command instanceof CutHole cut) {
            return cut.filled() ? Sum.STAYS : Sum.SHRINKS;
        } else if (command instanceof RemovePart remove) {
            return remove.begins() ? Sum.STAYS : Sum.SHRINKS;
        } else if (command instanceof RetireParcel) {
            return Sum.SHRINKS;
        } else if (command instanceof FillHole) {
            return Sum.GROWS;
        }
        boolean isCut =
                command instanceof SplitParcel || command instanceof DivideParcel || command instanceof TakeStrip;
        boolean isUnion = command instanceof MergeParcels
                || command instanceof DissolveRoad
                || command instanceof AnnexLand
                || command instanceof AdjustBoundary
                || command instanceof AddPart;
        return isCut || isUnion ? Sum.STAYS : Sum.FREE;
    }

    private static boolean isByPapers(EditCommand command) {
        if (command instanceof SplitParcel split) {
            return split.legal() == LegalShare.PRORATED;
        } else if (command instanceof DivideParcel divide) {
            return divide.legal() == LegalShare.PRORATED;
        } else if (command instanceof MergeParcels merge) {
            return merge.choice().legal() == Terms.Legal.PAPERS;
        } else if (command instanceof AnnexLand annex) {
            return annex.terms().legal() == Terms.Legal.PAPERS;
        } else if (command instanceof AdjustBoundary adjust) {
            return adjust.terms().legal() == Terms.Legal.PAPERS;
        }
        return command instanceof AddPart add && add.terms().legal() == Terms.Legal.PAPERS;
    }

    private static double area(Fabric land, @Nullable Parcel parcel) {
        return parcel == null || !parcel.isLive() ? 0 : land.areaOf(parcel.id()).squareMetres();
    }

    private static double perimeter(Fabric land, @Nullable Parcel parcel) {
        double sum = 0;
        if (parcel != null && parcel.isLive()) {
            for (Ring ring : parcel.rings().toList()) {
                for (int i = 0; i < ring.size(); i++) {
                    sum += land.corner(ring.at(i))
                            .position()
                            .distanceTo(land.corner(ring.at(i + 1)).position());
                }
            }
        }
        return sum;
    }

    private static void legal(@Nullable Parcel parcel, List<@Nullable LegalArea> into) {
        if (parcel != null && parcel.isLive()) {
            into.add(parcel.facts().legalArea());
        }
    }

    private static long tenths(List<@Nullable LegalArea> areas) {
        return areas.stream()
                .mapToLong(area -> area == null ? -1_000_000 : area.tenths())
                .sum();
    }
}
