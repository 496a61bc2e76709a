package vn.diaba.cadastre.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.Tolerances;

/**
 * A parcel does not reach over the frame of the sheet it is cited on, but for what the map's scale cannot show. The frame is
 * the one the office lists, else the ground a sheet's name stands for; sheets whose frame is not known are left alone. The
 * width is how far it reaches over; the argument is the sheet.
 */
record InsideSheet(Tolerances tolerances, Surround around) implements LookRule {
    @Override
    public String id() {
        return "inside-sheet";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(Look look, Findings into) {
        if (!around.knowsFrames()) {
            return;
        }
        Outline room = look.outlines.room();
        ParcelCursor cursor = look.fabric.cursor();
        Map<List<String>, Optional<Surround.Frame>> known = new HashMap<>();
        look.touched().stream().forEach(slot -> {
            cursor.at(slot);
            String sheet = cursor.sheet();
            Optional<Surround.Frame> frame = sheet.isEmpty()
                    ? Optional.empty()
                    : known.computeIfAbsent(
                            List.of(cursor.commune(), sheet),
                            key -> around.findFrame(key.get(0), key.get(1), cursor.position(0, 0)));
            if (frame.isPresent()) {
                Outline o = look.outlines.read(slot, room);
                int worst = 0;
                for (int i = 1; i < o.size; i++) {
                    worst = over(o, i, frame.get().extent())
                                    > over(o, worst, frame.get().extent())
                            ? i
                            : worst;
                }
                double metres = over(o, worst, frame.get().extent());
                // A grid step more, so that a corner just at the limit is not judged by its last bit.
                if (metres > tolerances.frameMetres(frame.get().scale()) + Look.GRID_METRES / 2) {
                    into.add(Found.at(o.place(worst), List.of(o.id()))
                            .sized(Double.NaN, metres)
                            .with(sheet));
                }
            }
        });
    }

    private static double over(Outline o, int i, Extent frame) {
        double east = Math.max(frame.west() - o.x(i), o.x(i) - frame.east());
        double north = Math.max(frame.south() - o.y(i), o.y(i) - frame.north());
        return Math.max(0, Math.max(east, north));
    }
}
