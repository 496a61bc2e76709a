package vn.diaba.app.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.diaba.app.central.Credentials;
import vn.diaba.app.central.LandLine;
import vn.diaba.app.central.Take;
import vn.diaba.app.central.TakePlan;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.sync.Resolution;
import vn.diaba.store.take.Area;

/** The sheets about the contested corner, taken to the field by themselves; they stay the land of all. */
final class FieldPart {
    private static final int NUMBERS = 50;
    private static final int BYTES_A_KILOBYTE = 1024;

    private final DemoSetting demo;

    FieldPart(DemoSetting demo) {
        this.demo = demo;
    }

    /**
     * Takes the sheets of a corner's parcels.
     *
     * @param team who goes
     * @param land of the whole zone
     * @param credentials of the team's account
     */
    void take(String team, String url, Fabric land, CornerId corner, Credentials credentials) throws Exception {
        Set<String> sheets = new TreeSet<>();
        for (ParcelId id : land.parcelsAt(corner)) {
            sheets.add(land.parcel(id).number().sheet());
        }
        Area area = new Area(sheets, List.of(), Set.of(), Area.USUAL_MARGIN_METRES);
        try (Take take = Take.into(demo.field(), url, demo.setting(), credentials)) {
            TakePlan plan = take.plan(take.zones().get(0), area);
            NumberReserve.Run run = take.take(plan, NUMBERS, Progress.NONE).get(0);
            int own = plan.size().own();
            demo.teller()
                    .say(
                            "demo-part-taken",
                            team,
                            String.join(", ", sheets),
                            own,
                            plan.size().parcels() - own,
                            plan.size().bytes() / BYTES_A_KILOBYTE + 1,
                            run.first(),
                            run.last());
        }
    }

    /** Brings the part up to date and compares it with the whole, parcel by parcel and corner by corner. */
    void compare(String url, Fabric land) throws Exception {
        try (OpenWorkspace part = OpenWorkspace.open(demo.field(), demo.setting())) {
            try (LandLine line = LandLine.open(url, part, Credentials.NONE)) {
                line.sync(part, Resolution.ASK, Progress.NONE);
            }
            Fabric here = part.fabric();
            Set<CornerId> corners = new HashSet<>();
            int parcels = 0;
            for (int slot = 0; slot < here.parcelSlots(); slot++) {
                Parcel parcel = here.findParcelAt(slot).orElse(null);
                if (parcel == null) {
                    continue;
                }
                require(parcel.equals(land.findParcel(parcel.id()).orElse(null)), parcel.label());
                parcel.rings().forEach(ring -> corners.addAll(ring.corners()));
                parcels++;
            }
            for (CornerId corner : corners) {
                require(here.corner(corner).equals(land.findCorner(corner).orElse(null)), corner);
            }
            demo.teller().say("demo-part-same", parcels, corners.size());
        }
    }

    private static void require(boolean isSame, Object what) throws DemoException {
        if (!isSame) {
            throw new DemoException("sample-not-as-expected", what);
        }
    }
}
