package vn.diaba.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.Lease;

/** Who works where, in answers. Stateless. */
final class LeaseText {
    private LeaseText() {}

    static void write(JsonWriter json, String name, List<Lease> leases) throws IOException {
        json.objects(name, leases, (inner, lease) -> inner.text("user", lease.user())
                .text("workspace", lease.client().toString())
                .text("area", area(lease.area()))
                .text("until", lease.until().toString()));
    }

    /** A line for each, with the sentence of a code. */
    static void say(TextLines lines, String code, List<Lease> leases) {
        leases.forEach(lease -> lines.say(code, lease.user(), area(lease.area()), lease.until()));
    }

    /** The sheet of reserved numbers, with its commune where that is known. */
    static String sheet(NumberReserve.Run run) {
        return run.commune().isEmpty() ? run.sheet() : run.commune() + "/" + run.sheet();
    }

    /** Sheets and rectangles, short. */
    private static String area(Area area) {
        List<String> parts = new ArrayList<>(area.sheets().stream().sorted().toList());
        area.extents()
                .forEach(box -> parts.add(String.format(
                        Locale.ROOT, "%.0f %.0f – %.0f %.0f", box.west(), box.south(), box.east(), box.north())));
        return String.join(", ", parts);
    }
}
