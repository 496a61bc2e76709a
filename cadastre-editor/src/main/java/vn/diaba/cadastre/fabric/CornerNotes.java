package vn.diaba.cadastre.fabric;

import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.Observation;

/** What few corners have beside id and place, so that the many need no room for it. Immutable. */
record CornerNotes(String monument, Observation observation, Further further) {
    void write(ArrayOut out) throws IOException {
        out.text(monument);
        out.text(observation.method());
        out.longNumber(Double.doubleToRawLongBits(observation.sigmaMetres()));
        LocalDate date = observation.date();
        out.longNumber(date == null ? Long.MIN_VALUE : date.toEpochDay());
        out.text(observation.surveyor());
        out.text(observation.instrument());
        out.text(further.open());
        out.text(further.unread());
        out.text(further.secret());
    }

    static CornerNotes read(ArrayIn in) throws IOException {
        String monument = in.text();
        String method = in.text();
        double sigma = Double.longBitsToDouble(in.longNumber());
        long day = in.longNumber();
        LocalDate date = day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
        Observation observation = new Observation(method, sigma, date, in.text(), in.text());
        return new CornerNotes(monument, observation, new Further(in.text(), in.text(), in.text()));
    }

    static @Nullable CornerNotes of(Corner corner) {
        return corner.monument().isEmpty()
                        && corner.observation().equals(Observation.UNKNOWN)
                        && corner.further().isEmpty()
                ? null
                : new CornerNotes(corner.monument(), corner.observation(), corner.further());
    }
}
