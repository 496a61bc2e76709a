package vn.diaba.exchange.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.TestFiles;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;
import vn.diaba.exchange.table.TableReader;
import vn.diaba.exchange.table.TableSchema;

class FormatsTest {
    @TempDir
    Path folder;

    private final Formats formats = Formats.standard(Clock.systemUTC());

    @Test
    void everyBadFileHasItsOwnCode() throws Exception {
        assertEquals("file-missing", refusal(folder.resolve("no.shp")));
        assertEquals("not-a-file", refusal(Files.createDirectory(folder.resolve("a.gpkg"))));
        assertEquals("file-empty", refusal(Files.createFile(folder.resolve("empty.geojson"))));
        assertEquals("format-not-recognised", refusal(text("b.gpkg")));
        assertEquals("format-not-recognised", refusal(text("b.shp")));
        assertEquals("format-not-recognised", refusal(text("b.dbf")));
        assertEquals("format-not-recognised", refusal(text("b")));
        Path shp = TestFiles.shapefile(folder, "polygons-zm");
        assertEquals("shp-not-named", refusal(shp.resolveSibling("polygons-zm.shx")));
        assertEquals("shp-not-named", refusal(shp.resolveSibling("polygons-zm.prj")));
        Files.delete(shp.resolveSibling("polygons-zm.shx"));
        assertEquals("shx-missing", refusal(shp));
    }

    @Test
    void aFileIsKnownByItsContentNotItsName() throws Exception {
        for (String id : List.of("gpkg", "geojson")) {
            Path written = folder.resolve("a." + id);
            TableSchema schema = new TableSchema("a", List.of(), null, CrsHint.ofEpsg(9210));
            Row row = new Row(1, RawShape.point(1, 2), new Object[0]);
            formats.writer(written)
                    .write(
                            new FeatureTable(schema, RowSource.of(List.of(row))),
                            written,
                            new IssueLog(),
                            Progress.NONE);
            Path renamed = Files.move(written, folder.resolve(id + ".dat"));
            assertEquals(id, formats.reader(renamed).id());
        }
        assertEquals(
                "shp",
                formats.reader(TestFiles.shapefile(folder, "polygons-zm")).id());
        assertEquals("dbf", formats.reader(folder.resolve("polygons-zm.dbf")).id());
    }

    @Test
    void writersAreFoundByExtension() throws Exception {
        assertEquals("geojson", formats.writer(Path.of("a.JSON")).id());
        assertEquals("xlsx", formats.writer(Path.of("danh sách.xlsx")).id());
        ExportException refused = assertThrows(ExportException.class, () -> formats.writer(Path.of("a.doc")));
        assertEquals("extension-unknown", refused.code());
        assertEquals(List.of("a.doc", ".shp .gpkg .geojson .dxf .xlsx"), refused.arguments());
    }

    private String refusal(Path path) {
        return assertThrows(ImportException.class, () -> {
                    TableReader reader = formats.reader(path);
                    reader.open(path, ReadOptions.DEFAULT, new IssueLog()).close();
                })
                .code();
    }

    private Path text(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "một tệp văn bản thường, đặt sai tên\n");
    }
}
