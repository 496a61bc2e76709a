package vn.diaba.cadastre.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;

/**
 * Speed and recall on a damaged coverage from the shared generator, named by {@code -Dbench.csv}; beside it lies the file
 * {@code …truth.csv} of what was damaged.
 */
@Tag("bench")
@EnabledIfSystemProperty(named = "bench.csv", matches = ".+")
class GeneratedCoverageBenchTest {
    private static final Logger LOG = Logger.getLogger(GeneratedCoverageBenchTest.class.getName());
    private static final Map<String, String> RULES = Map.of(
            "overlap", "no-overlap",
            "gap", "no-gap",
            "sliver_overlap", "no-overlap",
            "sliver_gap", "no-gap",
            "self_intersection", "ring-is-simple",
            "spike", "no-spike",
            "duplicate", "no-duplicate",
            "unmatched_vertex", "edges-match",
            "wrong_area", "area-agrees",
            "duplicate_number", "number-is-unique");

    @Test
    void everyDefectIsNamedByItsRuleAndNothingElse() throws IOException {
        Path csv = Path.of(System.getProperty("bench.csv"));
        Fabric land = read(csv);
        CheckReport report = Checks.BOOK.check(land, Scope.ALL);
        for (int run = 0; run < 3; run++) {
            report = Checks.BOOK.check(land, Scope.ALL);
            double seconds = report.cpuSeconds();
            LOG.info(() -> "%d parcels: CPU %.3f s".formatted(land.parcelCount(), seconds));
        }
        Map<ParcelId, String> keys = Checks.sources(land);
        Map<String, Set<String>> said = new HashMap<>();
        for (Violation violation : report.violations()) {
            for (ParcelId parcel : violation.parcels()) {
                said.computeIfAbsent(keys.get(parcel), k -> new HashSet<>()).add(violation.rule());
            }
        }
        Set<String> damaged = new HashSet<>();
        Map<String, Integer> missed = new TreeMap<>();
        List<String> truth = Files.readAllLines(Path.of(csv.toString().replace(".csv", ".truth.csv")));
        for (String line : truth.subList(1, truth.size())) {
            String[] cells = line.split(",", -1);
            damaged.add(cells[1]);
            damaged.add(cells[2]);
            if (!said.getOrDefault(cells[1], Set.of()).contains(RULES.get(cells[0]))) {
                missed.merge(cells[0], 1, Integer::sum);
            }
        }
        assertEquals(Map.of(), missed);
        assertEquals(
                List.of(),
                report.violations().stream()
                        .filter(v -> v.parcels().stream().map(keys::get).noneMatch(damaged::contains))
                        .toList());
    }

    private static Fabric read(Path csv) throws IOException {
        FabricBuilder builder = new FabricBuilder(Fabric.empty(), IdBlock.seeded(1), 0);
        try (BufferedReader in = Files.newBufferedReader(csv)) {
            String line = in.readLine();
            for (int n = 1; (line = in.readLine()) != null; n++) {
                int quote = line.indexOf('"');
                String[] cells = line.substring(0, quote).split(",");
                ParcelFacts facts = new ParcelFacts(
                        "",
                        cells[0],
                        LandUse.parse(cells[4]),
                        List.of(),
                        LegalArea.parse(cells[6]),
                        ParcelState.NORMAL,
                        "",
                        "",
                        "",
                        Map.of());
                ParcelNumber number = new ParcelNumber(cells[1], cells[2], cells[3]);
                builder.add(new Draft(n, ParcelSet.SURVEYED, number, facts, rings(line.substring(quote)), null));
            }
        }
        return Fabric.empty()
                .apply(ChangeSet.planned(
                        new UUID(1, 1), "add-parcels", builder.build().changes()));
    }

    private static List<Draft.DraftRing> rings(String wkt) {
        List<Draft.DraftRing> rings = new ArrayList<>();
        String inner = wkt.substring(wkt.indexOf('(') + 2, wkt.lastIndexOf(')') - 1);
        for (String ring : inner.split("\\),\\(")) {
            String[] numbers = ring.split("[ ,]");
            double[] xy = new double[numbers.length];
            for (int i = 0; i < xy.length; i++) {
                xy[i] = Double.parseDouble(numbers[i]);
            }
            rings.add(new Draft.DraftRing(xy, rings.isEmpty()));
        }
        return rings;
    }
}
