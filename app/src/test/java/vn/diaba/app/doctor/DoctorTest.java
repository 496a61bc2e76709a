package vn.diaba.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.doctor.Check.State;

class DoctorTest {
    @TempDir
    Path folder;

    private List<Check> checks() {
        return new Doctor(false, folder.resolve("config"), folder.resolve("epsg")).examine();
    }

    @Test
    void aBuiltProgramHasNoFault() {
        List<Check> faults =
                checks().stream().filter(check -> check.state() == State.FAULT).toList();
        assertEquals(List.of(), faults);
    }

    @Test
    void everyPartIsLookedAt() {
        String parts = checks().stream().map(Check::part).distinct().collect(Collectors.joining(" "));
        assertEquals(
                "java memory file-names window logging database-h2 database-h2gis database-sqlite database-postgresql"
                        + " crs epsg fonts disk",
                parts);
    }

    @Test
    void theNewerLoggingApiWinsOverTheCopyInGeoTools() {
        assertEquals("doctor-logging", Libraries.logging().code());
    }

    @Test
    void anOldJavaIsAFault() {
        assertEquals(State.FAULT, Runtimes.java(11, "11.0.2").state());
    }

    @Test
    void anAsciiLocaleIsNoted() {
        assertEquals(
                "doctor-file-names-poor", Runtimes.fileNames("ANSI_X3.4-1968").code());
        assertTrue(Runtimes.fileNames("UTF-8").state() == State.OK);
    }

    @Test
    void aFolderThatDoesNotExistIsLookedAtWhereItWouldBe() {
        assertEquals(
                folder, new Disk(folder.resolve("a/b/c")).check().arguments().get(0));
    }
}
