package vn.diaba.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.central.Credentials;
import vn.diaba.app.central.LandAddress;
import vn.diaba.app.central.LandLine;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.text.Language;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.sample.SampleWard;
import vn.diaba.store.sync.Resolution;
import vn.diaba.store.sync.SyncOutcome;
import vn.diaba.store.workspace.WorkspaceSpec;

/** The demo's chapter of sync, told alone on the ward as it was received. */
class TwoTeamsTest {
    @TempDir
    Path out;

    private final List<String> told = new ArrayList<>();

    private DemoSetting demo() {
        Teller teller = new Teller() {
            @Override
            public void chapter(String code) {
                told.add(code);
            }

            @Override
            public void say(String code, Object... arguments) {
                told.add(code);
            }
        };
        return new DemoSetting(
                out,
                TestLand.setting(out),
                List.of(),
                new Messages(Language.VIETNAMESE, ZoneOffset.ofHours(7)),
                teller);
    }

    @Test
    void twoTeamsMeetOverACutLineAndEndAsTheSameLand() throws Exception {
        DemoSetting demo = demo();
        WorkspaceSpec spec =
                new WorkspaceSpec(SampleWard.NAME, SampleWard.EPSG, SampleWard.COMMUNE_CODE, SampleWard.SCALE);
        try (OpenWorkspace open = OpenWorkspace.create(demo.workspace(), spec, demo.setting())) {
            new ReceiveAndCheck(demo, open).receive();
        }
        List<Path> files = new TwoTeams(demo).meet();

        assertEquals(
                List.of(out.resolve("conflict.png"), out.resolve("receipt.pdf"), out.resolve("monument-fetched.png")),
                files);
        assertEquals(-1, Files.mismatch(out.resolve("monument.png"), files.get(2)));
        BufferedImage picture = ImageIO.read(files.get(0).toFile());
        assertEquals(List.of(1280, 800), List.of(picture.getWidth(), picture.getHeight()));
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                colours.add(picture.getRGB(x, y));
            }
        }
        assertTrue(colours.size() > 20, "something is drawn: " + colours.size() + " colours");
        byte[] receipt = Files.readAllBytes(files.get(1));
        assertEquals("%PDF-", new String(receipt, 0, 5, StandardCharsets.US_ASCII));
        List<String> story = List.of(
                "demo-teams",
                "demo-loaded",
                "demo-serving",
                "demo-taken",
                "demo-part-taken",
                "demo-moved",
                "demo-attached",
                "land-database-unreachable",
                "demo-kept",
                "demo-sent",
                "demo-conflict",
                "demo-conflict-drawn",
                "demo-same-land",
                "demo-fetched",
                "demo-receipt",
                "demo-part-same");
        assertEquals(story, told.stream().distinct().filter(story::contains).toList(), told.toString());
        try (OpenWorkspace first = OpenWorkspace.open(demo.workspace(), demo.setting());
                OpenWorkspace second = OpenWorkspace.open(demo.second(), demo.setting())) {
            Fabric land = first.fabric();
            assertEquals(land, second.fabric());
            assertEquals(1, land.attachments().size());
            assertEquals(
                    0, first.store().sync().unsent() + second.store().sync().unsent());
            assertEquals(List.of(), second.store().sync().conflicts());
        }
        for (Path workspace : List.of(demo.workspace(), demo.second(), demo.field())) {
            LandAddress known = LandAddress.find(workspace).orElseThrow();
            try (OpenWorkspace open = OpenWorkspace.open(workspace, demo.setting());
                    LandLine line = LandLine.open(known.url(), open, Credentials.NONE)) {
                SyncOutcome again = line.sync(open, Resolution.ASK, Progress.NONE);
                assertEquals(SyncOutcome.UpToDate.class, again.getClass(), "whoever looks around later can go on");
            }
        }
    }
}
