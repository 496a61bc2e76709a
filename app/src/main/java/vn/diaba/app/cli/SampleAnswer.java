package vn.diaba.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideKey;

/** Corners and sides drawn by lot, to go and measure. */
record SampleAnswer(Fabric land, List<CornerId> corners, List<SideKey> sides, long seed) implements Answer {
    private double length(SideKey side) {
        EastNorth from = land.corner(side.first()).position();
        return from.distanceTo(land.corner(side.second()).position());
    }

    /** How a file of taped sides cites a side: parcel and number of the side; "" when no outer boundary has it. */
    private String cited(SideKey side) {
        for (ParcelId id : land.parcelsAt(side.first())) {
            Parcel parcel = land.parcel(id);
            Ring ring = parcel.faces().get(0).shell();
            for (int i = 0; i < ring.size(); i++) {
                if (new SideKey(ring.at(i), ring.at(i + 1)).equals(side)) {
                    return parcel.label() + ";" + (i + 1);
                }
            }
        }
        return "";
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
        json.number("seed", seed)
                .objects("corners", corners, (inner, corner) -> {
                    EastNorth place = land.corner(corner).position();
                    inner.text("id", corner.toString()).metresArray("place", place.east(), place.north());
                })
                .objects("sides", sides, (inner, side) -> inner.text("side", cited(side))
                        .metres("lengthM", length(side)));
    }

    @Override
    public void writeText(TextLines lines) {
        lines.say("accuracy-sample", corners.size(), sides.size(), seed);
        int number = 0;
        for (CornerId corner : corners) {
            EastNorth place = land.corner(corner).position();
            lines.line(String.format(Locale.ROOT, "%d;%.3f;%.3f", ++number, place.east(), place.north()));
        }
        for (SideKey side : sides) {
            lines.line(String.format(Locale.ROOT, "%s;%.3f", cited(side), length(side)));
        }
    }
}
