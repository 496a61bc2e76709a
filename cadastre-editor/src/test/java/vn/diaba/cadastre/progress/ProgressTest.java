package vn.diaba.cadastre.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void aPartReportsItsPlaceInTheWhole() {
        List<String> seen = new ArrayList<>();
        Progress whole = new Progress() {
            @Override
            public void done(long n, long of) {
                seen.add(n + "/" + of);
            }

            @Override
            public void checkCancelled() {}
        };
        Progress half = whole.part(0.5, 0.5);
        half.done(0, 4);
        half.done(2, 4);
        half.done(4, 4);
        assertEquals(List.of("500/1000", "750/1000", "1000/1000"), seen);
    }
}
