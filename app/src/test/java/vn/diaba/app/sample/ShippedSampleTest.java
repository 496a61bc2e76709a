package vn.diaba.app.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.sample.SampleWard;

/** The shipped files against the generator; renew them with {@code -Dsample=renew} when it changes. */
class ShippedSampleTest {
    private static final Path RESOURCES = Path.of("src/main/resources/vn/diaba/app/sample");

    @Test
    void theShippedFilesAreWhatTheGeneratorMakes(@TempDir Path made) throws Exception {
        if ("renew".equals(System.getProperty("sample"))) {
            SampleFiles.write(RESOURCES);
        }
        SampleFiles.write(made);
        for (String name :
                List.of(ShippedSample.WARD, ShippedSample.OBJECTS, ShippedSample.FAULTS, ShippedSample.WEEK)) {
            assertArrayEquals(
                    Files.readAllBytes(made.resolve(name)), Files.readAllBytes(RESOURCES.resolve(name)), name);
        }
    }

    @Test
    void faultsAndWeekReadBackAsTheyWere() {
        SampleWard ward = SampleWard.generate(ShippedSample.SEED);
        assertEquals(ward.truth(), ShippedSample.faults());
        assertEquals(ward.week(), ShippedSample.week());
        assertEquals(12, ShippedSample.faults().size());
    }

    @Test
    void bothSamplesCanBePutIntoAFolder(@TempDir Path folder) throws Exception {
        assertEquals(
                "an-thanh-dong.gpkg",
                ShippedSample.wardInto(folder).getFileName().toString());
        assertEquals(4_170_976, Files.size(ShippedSample.waihekeInto(folder)));
    }
}
