package vn.diaba.app.cli;

import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.record.NewerRecord;

/** Tells of records that only a newer version of the program knows. Stateless. */
final class NewerKept {
    private NewerKept() {}

    /** How many are there. */
    static int in(Fabric land) {
        int[] count = new int[1];
        land.forEachPlaceless(NewerRecord.class, newer -> count[0]++);
        return count[0];
    }

    static void say(TextLines lines, int count) {
        if (count > 0) {
            lines.say("newer-kept", count);
        }
    }
}
