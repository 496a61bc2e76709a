package vn.diaba.app.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.sample.PlantedFault;
import vn.diaba.cadastre.sample.SampleObjects;
import vn.diaba.cadastre.sample.SampleWard;
import vn.diaba.cadastre.sample.SampleWeek;
import vn.diaba.exchange.gpkg.GeoPackageWriter;
import vn.diaba.exchange.object.ObjectTable;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.exchange.table.TableSchema;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.map.crs.CrsException;

/** Writes the sample's files as the generator makes them. */
final class SampleFiles {
    private static final List<Column> COLUMNS = List.of(
            Column.of("ThuaDatId", ColumnType.TEXT),
            Column.of("MaXa", ColumnType.TEXT),
            Column.of("SoTo", ColumnType.TEXT),
            Column.of("SoThua", ColumnType.TEXT),
            Column.of("SoHieuToBanDoCu", ColumnType.TEXT),
            Column.of("SoThuTuThuaCu", ColumnType.TEXT),
            Column.of("LoaiDat", ColumnType.TEXT),
            Column.of("LoaiDatPhapLy", ColumnType.TEXT),
            Column.of("DienTichPhapLy", ColumnType.DECIMAL),
            Column.of("DiaChi", ColumnType.TEXT),
            Column.of("state", ColumnType.TEXT),
            Column.of("TenChu", ColumnType.TEXT),
            Column.of("SoDinhDanh", ColumnType.TEXT),
            Column.of("LoaiDoiTuong", ColumnType.TEXT),
            Column.of("NgayDo", ColumnType.DATE),
            Column.of("Ten", ColumnType.TEXT));

    private SampleFiles() {}

    static void write(Path folder) throws IOException, ExportException, CrsException {
        SampleWard ward = SampleWard.generate(ShippedSample.SEED);
        List<Row> rows = new ArrayList<>();
        for (Draft draft : ward.drafts()) {
            rows.add(new Row(rows.size() + 1L, shape(draft), values(draft)));
        }
        CrsCatalog catalog = CrsCatalog.standard();
        CrsHint crs = new CrsHint(SampleWard.EPSG, catalog.prjText(catalog.byCode(SampleWard.EPSG)));
        TableSchema schema = new TableSchema("thua_dat", COLUMNS, ShapeKind.POLYGONS, crs);
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);
        try (FeatureTable table = new FeatureTable(schema, RowSource.of(rows))) {
            new GeoPackageWriter(clock).write(table, folder.resolve(ShippedSample.WARD), new IssueLog(), Progress.NONE);
        }
        List<PlacedRecord> objects = SampleObjects.of(ward.drafts(), ShippedSample.SEED, IdBlock.fresh(clock));
        try (FeatureTable table = new ObjectTable(objects, false).table("doi_tuong", null, crs)) {
            new GeoPackageWriter(clock)
                    .write(table, folder.resolve(ShippedSample.OBJECTS), new IssueLog(), Progress.NONE);
        }
        Files.writeString(folder.resolve(ShippedSample.FAULTS), faults(ward.truth()), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve(ShippedSample.WEEK), week(ward.week()), StandardCharsets.UTF_8);
    }

    private static @Nullable Object[] values(Draft draft) {
        var facts = draft.facts();
        var holder = draft.holder();
        return new @Nullable Object[] {
            facts.sourceId(),
            draft.number().commune(),
            draft.number().sheet(),
            draft.number().number(),
            orNull(facts.oldSheet()),
            orNull(facts.oldNumber()),
            orNull(LandUse.codes(facts.landUses())),
            orNull(LandUse.codes(facts.legalLandUses())),
            facts.legalArea() == null ? null : new BigDecimal(facts.legalArea().toString()),
            orNull(facts.address()),
            facts.state() == ParcelState.NORMAL ? null : facts.state().name().toLowerCase(java.util.Locale.ROOT),
            holder == null ? null : orNull(holder.name()),
            holder == null ? null : orNull(holder.idNumber()),
            holder == null ? null : orNull(holder.userType()),
            facts.extras().get("ngay_do"),
            facts.extras().get("ten")
        };
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static RawShape shape(Draft draft) {
        int points =
                draft.rings().stream().mapToInt(ring -> ring.xy().length / 2).sum();
        double[] xy = new double[2 * points];
        int[] paths = new int[draft.rings().size() + 1];
        List<Integer> parts = new ArrayList<>();
        int at = 0;
        for (int r = 0; r < draft.rings().size(); r++) {
            double[] ring = draft.rings().get(r).xy();
            if (draft.rings().get(r).shell()) {
                parts.add(r);
            }
            System.arraycopy(ring, 0, xy, 2 * at, ring.length);
            at += ring.length / 2;
            paths[r + 1] = at;
        }
        parts.add(draft.rings().size());
        return new RawShape(
                ShapeKind.POLYGONS,
                xy,
                paths,
                parts.stream().mapToInt(Integer::intValue).toArray());
    }

    private static String faults(List<PlantedFault> faults) {
        StringBuilder csv = new StringBuilder("rule,parcels,east,north,size,unit\n");
        for (PlantedFault fault : faults) {
            csv.append(fault.rule())
                    .append(',')
                    .append(String.join(" ", fault.sourceIds()))
                    .append(',');
            csv.append(fault.place().east())
                    .append(',')
                    .append(fault.place().north())
                    .append(',');
            csv.append(fault.size()).append(',').append(fault.unit()).append('\n');
        }
        return csv.toString();
    }

    private static String week(SampleWeek week) {
        List<String> lines = new ArrayList<>(List.of("# One working week in the invented ward An Thạnh Đông."));
        lines.add("team.first=" + week.teams().get(0));
        lines.add("team.second=" + week.teams().get(1));
        lines.add("split.parcel=" + week.split().sourceId());
        lines.add("split.from=" + place(week.split().from()));
        lines.add("split.to=" + place(week.split().to()));
        lines.add("split.sold=" + place(week.split().sold()));
        lines.add("split.neighbour=" + week.split().neighbour());
        lines.add("merge.parcel=" + week.merge().sourceId());
        lines.add("merge.neighbour=" + week.merge().neighbour());
        lines.add("contested.place=" + place(week.contested().place()));
        lines.add("contested.first=" + place(week.contested().first()));
        lines.add("contested.second=" + place(week.contested().second()));
        lines.add("contested.parcels=" + String.join(" ", week.contested().sourceIds()));
        lines.add("correction.parcel=" + week.correction().sourceId());
        lines.add("correction.before=" + week.correction().before());
        lines.add("correction.after=" + week.correction().after());
        lines.add("frozen=" + week.frozen());
        lines.add("exact=" + week.exact());
        return String.join("\n", lines) + "\n";
    }

    private static String place(EastNorth place) {
        return place.east() + " " + place.north();
    }
}
