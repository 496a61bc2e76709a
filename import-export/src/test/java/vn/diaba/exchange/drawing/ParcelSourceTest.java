package vn.diaba.exchange.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;

class ParcelSourceTest {
    private static Map<String, String> labels(Fabric land) {
        Map<String, String> labels = new TreeMap<>();
        new ParcelSource(land, ParcelSet.SURVEYED).visit(new Envelope(-100, 100, -100, 100), 0, feature -> {
            labels.put(String.valueOf(feature.attribute("number")), String.valueOf(feature.attribute("area")));
            return true;
        });
        return labels;
    }

    @Test
    void aParcelIsLabelledByNumberAndAreaWithADecimalComma() {
        assertEquals(Map.of("1", "100,0", "2", "100,0"), labels(TestFabrics.twoNeighbours()));
    }

    @Test
    void withoutANumberTheLabelIsTheRecord() {
        Draft numbered = TestFabrics.draft(7, "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");
        Draft bare = new Draft(7, numbered.set(), ParcelNumber.NONE, numbered.facts(), numbered.rings(), null);
        FabricBuilder builder = new FabricBuilder(Fabric.empty(), IdBlock.seeded(3), 0);
        builder.add(bare);
        ChangeSet act =
                ChangeSet.planned(new UUID(1, 1), "add-parcels", builder.build().changes());
        assertEquals(Map.of("#7", "100,0"), labels(Fabric.empty().apply(act)));
    }

    @Test
    void onlyTheAskedSetIsHandedOut() {
        int[] seen = {0};
        new ParcelSource(TestFabrics.twoNeighbours(), ParcelSet.LEGAL)
                .visit(new Envelope(-9, 99, -9, 99), 0, feature -> {
                    seen[0]++;
                    return true;
                });
        assertEquals(List.of(0), List.of(seen[0]));
    }
}
