package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.workspace.Workspaces;

/** Two workspaces and the embedded land database, each with its own files. */
class AuthoritySyncTest {
    @TempDir
    Path base;

    @Test
    void bothEndAsTheSameLandAndNoFileTellsOfPersons() throws Exception {
        Keys keys = Keys.in(base.resolve("central-keys"));
        Path folder = base.resolve("central");
        try (LocalAuthority one = LocalAuthority.create(folder, keys, LandJudge.LENIENT, Workspaces.CLOCK);
                LocalAuthority two = LocalAuthority.open(folder, keys, LandJudge.LENIENT, Workspaces.CLOCK);
                TestDesk an = new TestDesk(base.resolve("an"));
                TestDesk binh = new TestDesk(base.resolve("binh"))) {
            assertEquals(
                    List.of(),
                    assertInstanceOf(
                                    SyncOutcome.NeedsScope.class,
                                    an.engine(one).run(null, Resolution.ASK, Progress.NONE))
                            .zones());
            an.edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 40, 30, 1), 1));
            Random random = new Random(8);
            for (int n = 0; n < 20; n++) {
                an.edit(Workspaces.randomAct(an.fabric(), random, new UUID(11, n)));
            }
            an.engine(one).load(new ZoneSpec(1, "Phường thử", 9210));
            binh.engine(two).run(null, Resolution.ASK, Progress.NONE);
            assertEquals(an.fabric(), binh.fabric());
            for (int n = 0; n < 15; n++) {
                an.edit(Workspaces.randomAct(an.fabric(), random, new UUID(12, n)));
                binh.edit(Workspaces.randomAct(binh.fabric(), random, new UUID(13, n)));
            }
            for (int round = 0; round < 2; round++) {
                an.engine(one).run(null, Resolution.KEEP_MINE, Progress.NONE);
                binh.engine(two).run(null, Resolution.TAKE_THEIRS, Progress.NONE);
            }
            an.engine(one).run(null, Resolution.ASK, Progress.NONE);
            assertEquals(an.fabric(), binh.fabric());
            assertEquals(two.snapshot(1).land(), an.fabric());
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(base)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertTrue(files.size() > 10);
        for (Path file : files) {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (String word : Workspaces.CANARIES) {
                String sought = new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains(sought), word + " is in " + file);
            }
        }
    }
}
