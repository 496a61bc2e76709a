package vn.diaba.cadastre.fabric;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the parts of an array end, part by part; two bytes each where the array is not longer than that. Immutable. */
final class Ends {
    private final char @Nullable [] narrow;
    private final int[] wide;

    Ends(int[] ends) {
        boolean fits = ends.length == 0 || ends[ends.length - 1] <= Character.MAX_VALUE;
        wide = fits ? IntList.NONE : ends;
        narrow = fits ? new char[ends.length] : null;
        if (narrow != null) {
            for (int i = 0; i < ends.length; i++) {
                narrow[i] = (char) ends[i];
            }
        }
    }

    Ends(ArrayIn in) throws IOException {
        char[] ends = in.chars();
        wide = in.ints();
        narrow = wide.length == 0 ? ends : null;
    }

    void write(ArrayOut out) throws IOException {
        out.chars(narrow == null ? new char[0] : narrow);
        out.ints(wide);
    }

    /** Where the last part ends, 0 when there is none. */
    int all() {
        int count = narrow == null ? wide.length : narrow.length;
        return count == 0 ? 0 : end(count - 1);
    }

    /** Where the i-th part ends, and the next one starts. */
    int end(int i) {
        return narrow == null ? wide[i] : narrow[i];
    }

    int start(int i) {
        return i == 0 ? 0 : end(i - 1);
    }
}
