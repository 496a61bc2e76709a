package vn.diaba.exchange.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.SharedData;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.parcel.ImportReport;
import vn.diaba.exchange.parcel.ParcelImport;
import vn.diaba.exchange.parcel.ParcelTable;
import vn.diaba.exchange.shp.ShapefileReader;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.map.crs.Crs;
import vn.diaba.map.crs.CrsCatalog;

/** Real parcels, faulty outlines and islands of a thousand corners among them: every one gets its extract. */
@Tag("acceptance")
class RealExtractsTest {
    @TempDir
    Path folder;

    @Test
    void everyFaultyOrLongOutlineAndEverySixtiethOther() throws Exception {
        CrsCatalog catalog = CrsCatalog.standard();
        Crs crs = catalog.byCode(2193);
        IssueLog issues = new IssueLog();
        Path shp = SharedData.path("nz-waiheke-seeded-errors/west-dirty.shp");
        try (FeatureTable table = new ShapefileReader().open(shp, ReadOptions.DEFAULT, issues)) {
            ImportReport report = new ParcelImport(catalog, crs)
                    .read(
                            table,
                            ImportOptions.DEFAULT,
                            new ParcelImport.Target(Fabric.empty(), IdBlock.seeded(1)),
                            issues,
                            Progress.NONE);
            Fabric land = Fabric.empty().apply(report.command().plan(Fabric.empty()));
            List<ParcelId> all = new ParcelTable(land, parcel -> true, false).parcels();
            List<ParcelId> chosen = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (i % 60 == 0
                        || !land.shapeOf(all.get(i)).isValid()
                        || land.shapeOf(all.get(i)).getNumPoints() > 900) {
                    chosen.add(all.get(i));
                }
            }
            ExtractFacts facts = new ExtractFacts("", "", "", crs, 1, LocalDate.of(2026, 1, 5), "");
            ExtractBatch batch = new ExtractBatch(new ExtractComposer(land, facts, false), new PdfExtractWriter(land));
            ExtractBatch.Outcome outcome = batch.run(chosen, folder, PdfExtractWriter.FITTING, false, Progress.NONE);
            assertEquals(chosen.size(), outcome.files().size());
        }
    }
}
