package vn.diaba.app.demo;

import java.nio.file.Path;
import java.util.List;
import vn.diaba.app.sample.ShippedSample;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Outputs;
import vn.diaba.app.workspace.ViolationFile;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.exchange.table.ExportException;

/** Saturday: what leaves the office. */
final class Papers {
    private final DemoSetting demo;
    private final OpenWorkspace open;

    Papers(DemoSetting demo, OpenWorkspace open) {
        this.demo = demo;
        this.open = open;
    }

    static Path problems(DemoSetting demo, OpenWorkspace open, CheckReport report) throws ExportException {
        Path file = demo.out().resolve("problems.geojson");
        new ViolationFile(open.fabric(), demo.messages(), demo.setting().clock())
                .write(report.violations(), open.crs().code(), file, Progress.NONE);
        return file;
    }

    List<Path> hand() throws Exception {
        demo.teller().chapter("demo-papers");
        Outputs outputs = new Outputs(open);
        Path extract = demo.out().resolve("extract.pdf");
        Path list = demo.out().resolve("parcels.xlsx");
        Path parcels = demo.out().resolve("parcels.geojson");
        Path map = demo.out().resolve("map.png");
        Parcel exact = DemoLand.bySource(open.fabric(), ShippedSample.week().exact());
        long start = System.nanoTime();
        outputs.extract(List.of(exact.id()), 0, false, extract);
        LegalArea legal = exact.facts().legalArea();
        demo.teller()
                .sayTimed(
                        start,
                        "demo-extract",
                        exact.label(),
                        open.fabric().areaOf(exact.id()),
                        legal == null ? "—" : legal,
                        extract);
        start = System.nanoTime();
        long rows = outputs.parcelList(list, Progress.NONE);
        demo.teller().sayTimed(start, "demo-list", rows, list);
        start = System.nanoTime();
        outputs.parcels(parcels, Progress.NONE);
        outputs.picture(map, 1920, 1080);
        demo.teller().sayTimed(start, "demo-map", parcels, map);
        demo.teller().say("demo-end", demo.out());
        return List.of(map, extract, list, parcels, demo.out().resolve("problems.geojson"));
    }
}
