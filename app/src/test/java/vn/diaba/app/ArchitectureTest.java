package vn.diaba.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which room may know which, and what only some rooms may touch. A change here is a design decision. */
class ArchitectureTest {
    /** Every room and the rooms it may know; a room that is not built yet may stand here. */
    private static final String ARROWS = """
            cadastre.progress:
            cadastre.fault:
            cadastre.measure:  cadastre.fault
            cadastre.model:    cadastre.measure
            cadastre.record:   cadastre.{measure model}
            cadastre.change:   cadastre.{model record}
            cadastre.fabric:   cadastre.{change model record measure progress}
            cadastre.command:  cadastre.{fault fabric change model record measure}
            cadastre.plane:    cadastre.{fabric model measure}
            cadastre.corner:   cadastre.{plane command fabric change model measure}
            cadastre.division: cadastre.{plane command fabric change model measure}
            cadastre.union:    cadastre.{plane command fabric change model record measure}
            cadastre.object:   cadastre.{plane command fabric change model record measure}
            cadastre.casefile: cadastre.{command fabric change model record}
            cadastre.paper: cadastre.{command fabric change model record}
            cadastre.sheet:    cadastre.{command fabric change model measure progress}
            cadastre.cogo:     cadastre.{fault measure}
            cadastre.traverse: cadastre.{fault cogo measure}
            cadastre.accuracy: cadastre.{fault fabric model measure}
            cadastre.linework: cadastre.{plane cogo command fabric change model record measure progress}
            cadastre.rule:     cadastre.{plane sheet command fabric change model record measure progress}
            cadastre.remedy:   cadastre.{rule corner division union command fabric change model measure progress}
            cadastre.edit:     cadastre.{fault rule command fabric change model record measure}
            cadastre.search:   cadastre.{fabric change model record progress}
            cadastre.sample:   cadastre.{corner division union command fabric change model record measure}
            map.crs:
            map.style:
            map.view:
            map.layer:         map.style
            map.paint:         map.{layer style view}
            map.canvas:        map.{paint layer view}
            map.tool:          map.{canvas view}
            exchange.text:     exchange.table
            exchange.table:    map.crs cadastre.{fault progress}
            exchange.shp|geojson|gpkg|dxf|xlsx: exchange.{table text} map.crs cadastre.progress
            exchange.points:   exchange.{table text} map.crs cadastre.{cogo measure progress traverse}
            exchange.formats:  exchange.{shp geojson gpkg dxf xlsx table}
            exchange.parcel:   exchange.{table text} map.crs cadastre.{command fabric linework model record measure progress}
            exchange.object:   exchange.{parcel table} map.crs cadastre.{object change model record measure progress}
            exchange.drawing:  map.{layer style view} cadastre.{fabric model record measure}
            exchange.document: exchange.{drawing parcel table xlsx} map.{crs paint layer style view} cadastre.{fabric model record measure progress}
            store.disk:
            store.key:         store.disk cadastre.fault
            store.db:          store.{key disk} cadastre.fault
            store.codec:       cadastre.{change fabric model record measure}
            store.packed:      store.{key codec} cadastre.{fabric model measure}
            store.fabric:      store.{db disk key packed codec} cadastre.{fabric change model record measure progress}
            store.log:         store.{db disk key packed codec fabric} cadastre.{edit change fabric model measure}
            store.backup:      store.{db disk key codec}
            store.content:     store.{db disk key codec}
            store.workspace:   store.{backup content db disk key codec fabric log sync} cadastre.{edit change fabric model measure progress}
            store.take:        store.{codec disk} cadastre.{change fabric model record measure}
            store.remote:      store.{take content codec} cadastre.{fault change fabric model}
            store.authority:   store.{take content remote db disk key packed codec} cadastre.{fault change fabric model record measure}
            store.postgis:     store.{take content remote wire codec} cadastre.{change fabric model record}
            store.wire:        store.{take content remote codec} cadastre.{change fabric model record}
            store.office:      store.{take content wire disk authority remote codec key} cadastre.{fabric model record}
            store.serve:       store.{office wire authority remote codec} cadastre.fault
            store.courier:     store.{take content office disk wire authority remote codec} cadastre.fabric
            store.http:        store.{wire remote codec}
            store.sync:        store.{take content remote log db disk key codec} cadastre.{edit change fabric model record measure progress}
            app.text:          cadastre.measure
            app.json:
            app.settings:
            app.log:           app.settings
            app.job:           cadastre.progress
            app.doctor:        map.crs
            app.sample:        cadastre.{measure sample}
            app.office:        cadastre.{fault division measure rule sheet} store.codec
            app.workspace:     app.{job office settings text} cadastre.* exchange.{document drawing formats object parcel table} map.{crs layer paint style view} store.*
            app.paper:         app.{office text workspace} cadastre.* store.{content db}
            app.find:          app.{text workspace} cadastre.* map.crs store.*
            app.central:       app.{job office settings text workspace} cadastre.* exchange.{document drawing table} map.crs store.*
            app.intake:        app.workspace cadastre.{command change fabric model record measure object progress} exchange.{formats object parcel points table} map.crs
            app.demo:          app.{central conflict office paper sample text workspace} cadastre.* exchange.* store.* map.crs
            app.cli:           app.{central conflict demo find intake office paper workspace doctor job json log settings text} cadastre.* exchange.* store.* map.{crs layer paint style view}
            app.look:          app.text
            app.edit:          app.{find office workspace job} cadastre.* map.crs store.{db key log remote sync workspace}
            app.tool:          app.{edit look text} map.{canvas tool view} cadastre.{change command corner division object union edit fabric model record measure}
            app.split|vertex|union|survey: app.{tool edit look office workspace job text} map.{canvas tool view} cadastre.* exchange.*
            app.build:         app.{tool edit look office workspace job text} map.{canvas crs tool view} cadastre.* exchange.*
            app.attach:        app.{central edit job look office paper text workspace} cadastre.{edit fabric model record paper progress} store.{content db remote sync workspace}
            app.dossier:       app.{attach tool edit look office workspace text} map.{canvas tool view} cadastre.{casefile change command edit fabric measure model record}
            app.layers:        app.{edit look job sync} exchange.drawing map.{layer style} cadastre.{fabric model}
            app.history:       app.{edit look}
            app.problems:      app.{edit look text} map.{canvas view} cadastre.{edit fabric model measure remedy rule}
            app.transfer:      app.{edit intake look tool workspace job text} cadastre.* exchange.* map.{canvas crs tool view}
            app.conflict:      app.{text workspace} exchange.{drawing table} map.{layer paint view} store.{codec sync} cadastre.{fabric measure model record progress}
            app.parcel:        app.{attach edit look office paper workspace job text} cadastre.* exchange.* store.*
            app.inbox:         app.{central conflict edit look text tool workspace} map.{canvas tool view} cadastre.measure store.{sync workspace}
            app.sync:          app.{central conflict edit inbox job look office sample text tool workspace} map.{canvas crs layer tool view} cadastre.{change corner edit fabric measure model record progress sample} exchange.table store.{backup codec db key log office remote sync take workspace}
            app.take:          app.{central edit job look sync text tool workspace} map.{canvas tool view} cadastre.{fabric measure model progress} store.{remote take workspace}
            app.shell:         app.{attach edit find look tool dossier split vertex union survey build parcel layers problems history inbox transfer sync take workspace job text} map.{canvas tool view} cadastre.{command corner division union edit fabric model record measure rule}
            app:               app.* map.{canvas crs paint tool}
            """;

    private static JavaClasses program;
    private static JavaClasses planted;

    private static final Map<String, ArchRule> RULES = new TreeMap<>(Map.of(
            "JavaFX only in the map's canvas and tools and in the window",
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "vn.diaba.map.canvas", "vn.diaba.map.tool", "vn.diaba.app", "vn.diaba.app..")
                    .or()
                    .resideInAnyPackage(
                            "vn.diaba.app.cli",
                            "vn.diaba.app.json",
                            "vn.diaba.app.conflict",
                            "vn.diaba.app.central",
                            "vn.diaba.app.find",
                            "vn.diaba.app.intake",
                            "vn.diaba.app.office",
                            "vn.diaba.app.paper",
                            "vn.diaba.app.workspace",
                            "vn.diaba.app.text",
                            "vn.diaba.app.settings",
                            "vn.diaba.app.log",
                            "vn.diaba.app.doctor")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx.."),
            "GeoTools only for coordinate systems and styles",
            noClasses()
                    .that()
                    .resideOutsideOfPackages("vn.diaba.map.crs", "vn.diaba.map.style")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.geotools.."),
            "SQL only in the store and for GeoPackages",
            noClasses()
                    .that()
                    .resideOutsideOfPackages("vn.diaba.store..", "vn.diaba.exchange.gpkg")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql", "javax.sql", "org.h2..", "org.h2gis..", "org.postgresql.."),
            "nobody prints to the process's streams",
            noClasses().should(GeneralCodingRules.ACCESS_STANDARD_STREAMS),
            "no static field can change",
            fields().that().areStatic().should().beFinal(),
            "nobody reads foreign files or bytes with readers that were not built for hostile input",
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.locationtech.jts.io.gml2", "org.locationtech.jts.io.kml", "org.h2gis.functions.io..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.io.ObjectInputStream"),
            "a checked exception that leaves its room carries a code and arguments",
            noClasses()
                    .that(describe("are checked exceptions without them", ArchitectureTest::isUncoded))
                    .should(com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching(".*"))));

    private static DescribedPredicate<JavaClass> describe(
            String text, java.util.function.Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(text, predicate);
    }

    private static boolean isUncoded(JavaClass type) {
        boolean checked = type.getRawSuperclass()
                .map(parent -> parent.getName().equals("java.lang.Exception")
                        || parent.getName().equals("java.io.IOException"))
                .orElse(false);
        // Turned into the store's own exception wherever bytes are read; no room outside the store may know its room.
        boolean inner = type.getName().equals("vn.diaba.store.codec.CodecException");
        return checked
                && !inner
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && (type.tryGetMethod("code").isEmpty()
                        || type.tryGetMethod("arguments").isEmpty());
    }

    @BeforeAll
    static void read() {
        program = ProgramClasses.all();
        planted = new ClassFileImporter().importPackages("vn.diaba.cadastre.measure");
    }

    @Test
    void everyArrowBetweenRoomsIsInTheTable() {
        assertEquals(List.of(), new Rooms(ARROWS).faults(List.copyOf(program)));
    }

    @Test
    void theTableHasNoCycle() {
        assertEquals(List.of(), new Rooms(ARROWS).cycle());
    }

    @Test
    void aCycleInTheTableWouldBeSeen() {
        String round = ARROWS.replace("cadastre.progress:\n", "cadastre.progress: cadastre.edit\n");
        assertFalse(new Rooms(round).cycle().isEmpty());
    }

    @Test
    void aPlantedArrowIsSeenAndNamed() {
        List<String> faults = new Rooms(ARROWS).faults(List.copyOf(planted));
        assertFalse(faults.isEmpty());
        assertTrue(faults.stream().allMatch(f -> f.startsWith("cadastre.measure → map.crs") && f.contains("Planted")));
    }

    @Test
    void anArrowStruckOutIsMissed() {
        String table = Rooms.without(ARROWS, "cadastre.model", "cadastre.measure");
        List<String> faults = new Rooms(table).faults(List.copyOf(program));
        assertTrue(faults.stream().anyMatch(f -> f.startsWith("cadastre.model → cadastre.measure")), faults::toString);
    }

    @Test
    void aRoomMissingFromTheTableIsReported() {
        String table = ARROWS.lines()
                .filter(line -> !line.startsWith("map.view") && !line.contains("map.{") && !line.contains("map.*"))
                .filter(line -> line.startsWith("cadastre") || line.startsWith("map"))
                .reduce("", (a, b) -> a + b + "\n");
        List<String> faults = new Rooms(table).faults(List.copyOf(program));
        assertTrue(faults.contains("room missing from the table: map.view"), faults::toString);
    }

    @TestFactory
    Stream<DynamicTest> rulesHold() {
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> rule.getValue().allowEmptyShould(true).check(program)));
    }

    @TestFactory
    Stream<DynamicTest> plantedFaultsAreSeen() {
        return RULES.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    EvaluationResult result = rule.getValue().evaluate(planted);
                    assertTrue(result.getFailureReport().getDetails().stream()
                            .anyMatch(line -> line.contains("PlantedFaults")));
                }));
    }
}
