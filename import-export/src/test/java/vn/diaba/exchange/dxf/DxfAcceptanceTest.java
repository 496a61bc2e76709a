package vn.diaba.exchange.dxf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.diaba.exchange.SharedData;
import vn.diaba.exchange.Tables;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.Row;

/** Drawings of other programs; expected counts by ezdxf 0.18.1, letters by the README of the folder. */
@Tag("acceptance")
class DxfAcceptanceTest {
    private static final Set<String> KINDS =
            Set.of("LINE", "POINT", "ARC", "CIRCLE", "ELLIPSE", "LWPOLYLINE", "POLYLINE", "TEXT", "MTEXT");
    /** Circles without radius; meshes; objects whose handle occurs twice, which ezdxf drops. */
    private static final Set<String> OTHERWISE = Set.of(
            "circle_radius_le_0.dxf",
            "duplicate_handles.dxf",
            "POLI-ALL210_12.DXF",
            "r12_blocks_with_no_names.dxf",
            "uncommon.dxf");

    private final DxfReader reader = new DxfReader();

    @Test
    void everyDrawingIsReadWithTheCountsOfEzdxf() throws Exception {
        List<String> differences = new ArrayList<>();
        List<String> lines = Files.readAllLines(SharedData.path("io-dxf-ezdxf/expected-ezdxf.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Path file = SharedData.path("io-dxf-ezdxf/" + cells[0]);
            assertTrue(reader.recognises(file), cells[0]);
            Map<String, Long> found = new TreeMap<>();
            for (Row row : Tables.rows(reader.open(file, ReadOptions.DEFAULT, new IssueLog()))) {
                if (row.value(4) == null) {
                    found.merge(String.valueOf(row.text(2)), 1L, Long::sum);
                }
            }
            Map<String, Long> expected = new TreeMap<>();
            for (String each : cells[6].isEmpty() ? new String[0] : cells[6].split(" ")) {
                String[] parts = each.split(":");
                if (KINDS.contains(parts[0])) {
                    expected.put(parts[0], Long.valueOf(parts[1]));
                }
            }
            if (!found.equals(expected) && !OTHERWISE.contains(cells[0])) {
                differences.add(cells[0] + " " + found + " not " + expected);
            }
        }
        assertEquals(34, lines.size() - 1);
        assertEquals(List.of(), differences);
    }

    @Test
    void vietnameseOfThreeFontsIsReadAsWritten() throws Exception {
        List<String> phrases = Files.readAllLines(SharedData.path("vn-encodings/phrases.csv"));
        Path file = SharedData.path("vn-encodings/texts-r12-cp1252.dxf");
        Map<String, List<String>> texts = new TreeMap<>();
        for (Row row : Tables.rows(reader.open(file, ReadOptions.DEFAULT, new IssueLog()))) {
            texts.computeIfAbsent(String.valueOf(row.text(0)), layer -> new ArrayList<>())
                    .add(String.valueOf(row.text(6)));
        }
        assertEquals(Set.of("TCVN3", "UNICODE", "VNI"), texts.keySet());
        assertEquals(texts.get("UNICODE"), texts.get("TCVN3"));
        assertEquals(texts.get("UNICODE"), texts.get("VNI"));
        String all = String.join("\n", phrases);
        assertTrue(texts.get("UNICODE").stream().allMatch(all::contains));
        assertEquals(phrases.size() - 1, texts.get("UNICODE").size());
    }

    @Test
    void theThreeFormsOfOneMapHaveTheSameTextsAndPoints() throws Exception {
        for (String form : List.of("r12-polyline", "r2000-lwpolyline", "r2010-line-arc")) {
            Path file = SharedData.path("ch-solothurn-2549-av/linework-" + form + ".dxf");
            Map<String, Long> layers = new TreeMap<>();
            for (Row row : Tables.rows(reader.open(file, ReadOptions.DEFAULT, new IssueLog()))) {
                layers.merge(String.valueOf(row.text(0)), 1L, Long::sum);
            }
            assertEquals(417, layers.get("GRENZPUNKT"));
            assertEquals(34, layers.get("GRUNDSTUECK_NR"));
            assertEquals(form.equals("r2010-line-arc") ? 597 : 233, layers.get("LIEGENSCHAFT_LINIE"));
        }
    }
}
