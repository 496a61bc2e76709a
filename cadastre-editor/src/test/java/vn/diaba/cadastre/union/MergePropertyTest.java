package vn.diaba.cadastre.union;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.division.SplitParcel;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

class MergePropertyTest {
    private static final MergeChoice STRAIGHT = new MergeChoice(Map.of(), Map.of(), Terms.Legal.PAPERS, true);

    @Test
    void splitAndMergeGivesTheSameLandAndOutlineBack() throws Exception {
        int done = 0;
        for (int seed = 0; done < 500; seed++) {
            Random random = new Random(seed);
            Fabric land = TestFabrics.grid(3, 3);
            Parcel parcel = TestFabrics.live(land).get(random.nextInt(9));
            double angle = random.nextDouble() * Math.PI;
            EastNorth centre = land.corner(parcel.faces().get(0).shell().at(0)).position();
            EastNorth inside = new EastNorth(centre.east() + 1 + 8 * random.nextDouble(), centre.north() + 5);
            List<EastNorth> line = List.of(
                    new EastNorth(inside.east() - 60 * Math.sin(angle), inside.north() - 60 * Math.cos(angle)),
                    inside,
                    new EastNorth(inside.east() + 60 * Math.sin(angle + 1), inside.north() + 60 * Math.cos(angle + 1)));
            Fabric cut;
            try {
                cut = land.apply(
                        new SplitParcel(parcel.id(), line, TestLand.DAY, IdBlock.seeded(5000 + seed)).plan(land));
            } catch (ImpossibleEditException missed) {
                continue;
            }
            List<ParcelId> pieces = TestFabrics.live(cut).stream()
                    .filter(piece -> piece.parents().contains(parcel.id()))
                    .map(Parcel::id)
                    .toList();
            Fabric whole = TestLand.done(
                    cut, new MergeParcels(pieces, STRAIGHT, "", TestLand.DAY, IdBlock.seeded(9000 + seed)));
            assertEquals(900, TestLand.total(whole), 1e-4 * 40 + 0.001, "seed " + seed);
            assertEquals(Map.of(), TestLand.errors(whole), "seed " + seed);
            ParcelId merged = TestFabrics.live(whole).stream()
                    .filter(piece -> piece.parents().containsAll(pieces))
                    .findFirst()
                    .orElseThrow()
                    .id();
            double off = whole.shapeOf(merged)
                    .symDifference(land.shapeOf(parcel.id()))
                    .getArea();
            assertEquals(0, off, 1e-4 * 40, "seed " + seed);
            done++;
        }
    }

    @Test
    void anyConnectedPartsOfAGridMergeIntoTheirSum() throws Exception {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Fabric land = TestFabrics.grid(5, 5);
            List<ParcelId> parts = TestFabrics.live(land).stream()
                    .map(Parcel::id)
                    .filter(id -> random.nextInt(3) > 0)
                    .toList();
            MergeParcels merge = new MergeParcels(parts, "", TestLand.DAY, IdBlock.seeded(9000 + seed));
            try {
                Fabric next = TestLand.done(land, merge);
                assertEquals(2500, TestLand.total(next), 1e-6, "seed " + seed);
                assertEquals(26 - parts.size(), next.parcelCount(), "seed " + seed);
                assertEquals(Map.of(), TestLand.errors(next), "seed " + seed);
            } catch (ImpossibleEditException e) {
                assertEquals("parcels-not-adjacent", e.code(), "seed " + seed);
            }
        }
    }
}
