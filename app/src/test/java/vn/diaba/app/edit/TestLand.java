package vn.diaba.app.edit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.text.Language;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Setting;
import vn.diaba.cadastre.command.AddParcels;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.store.key.Keys;
import vn.diaba.store.workspace.WorkspaceSpec;

/** Workspaces for tests of the window, on the calling thread or with threads of their own. */
public final class TestLand {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T01:00:00Z"), ZoneOffset.ofHours(7));

    private TestLand() {}

    /** A user whose profile is below this folder. */
    public static Setting setting(Path home) {
        return new Setting("Lan", CLOCK, Keys.in(home.resolve("keys")), CrsCatalog.standard());
    }

    /** Vietnamese first, English known. */
    public static Tongue tongue() {
        return new Tongue(List.of(
                new Messages(Language.VIETNAMESE, CLOCK.getZone()), new Messages(Language.ENGLISH, CLOCK.getZone())));
    }

    /** Makes a workspace of these shapes when it is asked to open. */
    public static EditDesk.Opener opener(Path home, String... shapes) {
        return () -> {
            WorkspaceSpec spec = new WorkspaceSpec("Thử", 9210, "99901", 500);
            OpenWorkspace open = OpenWorkspace.create(home.resolve("w"), spec, setting(home));
            FabricBuilder builder = new FabricBuilder(Fabric.empty(), IdBlock.seeded(7), 0);
            for (int i = 0; i < shapes.length; i++) {
                builder.add(TestFabrics.draft(i + 1, shapes[i]));
            }
            AddParcels add = new AddParcels(
                    builder.build().changes(), IdBlock.fresh(CLOCK).uuid(0));
            open.session().execute(add, List.of());
            return open;
        };
    }
}
