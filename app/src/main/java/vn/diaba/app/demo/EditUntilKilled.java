package vn.diaba.app.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Setting;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;

/** The child whose plug is pulled: edits without a pause and prints the id of each act when it is saved. */
public final class EditUntilKilled {
    /** Before each id in the output. */
    static final String SAVED = "saved ";

    private static final int MOST = 100_000;

    private EditUntilKilled() {}

    /** Moves corners by centimetres until somebody ends the process. */
    public static void run(Path workspace, Setting setting, PrintStream out) throws Exception {
        Random random = new Random(26);
        try (OpenWorkspace open = OpenWorkspace.open(workspace, setting)) {
            for (int n = 0; n < MOST; n++) {
                Fabric land = open.fabric();
                int slot = random.nextInt(land.cornerSlots());
                if (land.isCorner(slot)) {
                    Corner corner = land.cornerAt(slot);
                    EastNorth to = new EastNorth(
                            corner.position().east() + random.nextGaussian() / 100,
                            corner.position().north() + random.nextGaussian() / 100);
                    MoveCorner move = new MoveCorner(corner.id(), to, IdBlock.fresh(setting.clock()));
                    if (open.session().execute(move, List.of()) instanceof EditOutcome.Applied applied) {
                        out.println(SAVED + applied.changes().id());
                        out.flush();
                    }
                }
            }
        }
    }
}
