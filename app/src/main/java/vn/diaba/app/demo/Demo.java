package vn.diaba.app.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.sample.SampleWard;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.log.PastLand;
import vn.diaba.store.workspace.WorkspaceSpec;

/** Tells the week, chapter by chapter. Used once. */
public final class Demo {
    private final DemoSetting demo;

    /** Prepares the story. */
    public Demo(DemoSetting demo) {
        this.demo = demo;
    }

    /**
     * Tells it all; stops at the first chapter that fails.
     *
     * @return the files it leaves, workspaces not counted
     * @throws Exception a room's checked exception with a code
     */
    public List<java.nio.file.Path> tell() throws Exception {
        demo.teller().say("demo-intro", SampleWard.NAME, demo.out());
        WorkspaceSpec spec =
                new WorkspaceSpec(SampleWard.NAME, SampleWard.EPSG, SampleWard.COMMUNE_CODE, SampleWard.SCALE);
        CheckReport report;
        try (OpenWorkspace open = OpenWorkspace.create(demo.workspace(), spec, demo.setting())) {
            ReceiveAndCheck monday = new ReceiveAndCheck(demo, open);
            monday.receive();
            report = monday.check();
            Papers.problems(demo, open, report);
            monday.mend(report);
            Set<ParcelId> faulty = new HashSet<>();
            report.violations().forEach(violation -> faulty.addAll(violation.parcels()));
            FieldWork field = new FieldWork(demo, open, faulty);
            field.heirs();
            field.widening();
            field.survey();
            DeskWork desk = new DeskWork(demo, open);
            desk.split();
            desk.mergeAndUndo();
            lookBack(open, monday.received());
        }
        new OldDrawing(demo).build();
        new PulledPlug(demo).pull();
        List<java.nio.file.Path> friday = new TwoTeams(demo).meet();
        try (OpenWorkspace open = OpenWorkspace.open(demo.workspace(), demo.setting())) {
            List<java.nio.file.Path> files = new java.util.ArrayList<>(new Papers(demo, open).hand());
            files.addAll(friday);
            return files;
        }
    }

    /** The land as it was on Monday, from the log. */
    private void lookBack(OpenWorkspace open, long sequence) throws StoreException {
        demo.teller().chapter("demo-look-back");
        long start = System.nanoTime();
        Fabric then = new PastLand(open.store().log()).at(sequence);
        demo.teller()
                .sayTimed(
                        start,
                        "demo-looked-back",
                        then.parcelCount(),
                        then.cornerCount(),
                        open.fabric().parcelCount(),
                        open.fabric().cornerCount());
    }
}
