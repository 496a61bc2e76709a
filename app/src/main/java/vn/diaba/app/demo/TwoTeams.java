package vn.diaba.app.demo;

import vn.diaba.app.sample.ShippedSample;
import vn.diaba.app.workspace.LandLine;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.sample.SampleWard;
import vn.diaba.cadastre.sample.SampleWeek;
import vn.diaba.store.sync.Resolution;
import vn.diaba.store.sync.SyncOutcome;
import vn.diaba.store.workspace.WorkspaceSpec;

/** Friday: two teams measured the same corner; the land database keeps one truth, and both end as the same land. */
final class TwoTeams {
    private static final double REACH_METRES = 2;

    private final DemoSetting demo;
    private final SampleWeek week = ShippedSample.week();

    TwoTeams(DemoSetting demo) {
        this.demo = demo;
    }

    void meet() throws Exception {
        demo.teller().chapter("demo-teams");
        String url = "embedded:" + demo.central();
        LandLine.create(url, demo.setting()).close();
        try (OpenWorkspace first = OpenWorkspace.open(demo.workspace(), demo.setting());
                LandLine line = LandLine.open(url, demo.setting())) {
            line.load(first, LandLine.zoneOf(SampleWard.COMMUNE_CODE));
            demo.teller().say("demo-loaded", first.fabric().parcelCount());
            WorkspaceSpec spec = new WorkspaceSpec(
                    SampleWard.NAME + " (2)", SampleWard.EPSG, SampleWard.COMMUNE_CODE, SampleWard.SCALE);
            try (OpenWorkspace second = OpenWorkspace.create(demo.second(), spec, demo.setting())) {
                line.sync(second, Resolution.ASK, Progress.NONE);
                demo.teller().say("demo-taken", second.fabric().parcelCount());
                move(first, week.contested().first(), 0);
                move(second, week.contested().second(), 1);
                SyncOutcome sent = line.sync(first, Resolution.ASK, Progress.NONE);
                demo.teller().say("demo-sent", week.teams().get(0), fate(sent));
                SyncOutcome conflict = line.sync(second, Resolution.ASK, Progress.NONE);
                if (!(conflict instanceof SyncOutcome.NeedsDecision needs)) {
                    throw new DemoException(
                            "sample-not-as-expected", conflict.getClass().getSimpleName());
                }
                demo.teller()
                        .say(
                                "demo-conflict",
                                needs.conflicts().size(),
                                week.teams().get(1));
                line.sync(second, Resolution.KEEP_MINE, Progress.NONE);
                line.sync(first, Resolution.ASK, Progress.NONE);
                boolean same = first.fabric().equals(second.fabric());
                demo.teller()
                        .say(
                                same ? "demo-same-land" : "demo-other-land",
                                week.teams().get(1));
                if (!same) {
                    throw new DemoException("sample-not-as-expected", "fabric");
                }
            }
        }
    }

    private String fate(SyncOutcome outcome) {
        return outcome instanceof SyncOutcome.Synced synced
                ? "" + synced.receipt().pushed()
                : "0";
    }

    private void move(OpenWorkspace open, EastNorth to, int team) throws Exception {
        Corner corner = open.fabric()
                .index()
                .nearestCorner(week.contested().place(), REACH_METRES)
                .orElseThrow(() -> new DemoException(
                        "sample-not-as-expected", week.contested().place()));
        EditOutcome.Applied applied = DemoLand.apply(
                open,
                new MoveCorner(corner.id(), to, IdBlock.fresh(open.setting().clock())));
        demo.teller()
                .say(
                        "demo-moved",
                        week.teams().get(team),
                        applied.fabric().parcelsAt(corner.id()).size(),
                        to);
    }
}
