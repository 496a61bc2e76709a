package vn.diaba.exchange.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.SharedData;
import vn.diaba.exchange.shp.ShapefileReader;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.map.crs.CrsCatalog;

@Tag("acceptance")
class RealParcelsTest {

    @Test
    void waihekeSharesTheSidesItsReadmeCounts() throws Exception {
        CrsCatalog catalog = CrsCatalog.standard();
        IssueLog issues = new IssueLog();
        var shp = SharedData.path("nz-waiheke-primary-parcels/parcels.shp");
        try (FeatureTable table = new ShapefileReader().open(shp, ReadOptions.DEFAULT, issues)) {
            ImportReport report = new ParcelImport(catalog, catalog.byCode(2193))
                    .read(
                            table,
                            ImportOptions.DEFAULT,
                            new ParcelImport.Target(Fabric.empty(), IdBlock.seeded(1)),
                            issues,
                            Progress.NONE);
            Fabric land = Fabric.empty().apply(report.command().plan(Fabric.empty()));
            assertEquals(7636, report.read());
            assertEquals(7636, land.parcelCount());
            assertEquals(113_134, land.sharedSideCount());
        }
    }
}
