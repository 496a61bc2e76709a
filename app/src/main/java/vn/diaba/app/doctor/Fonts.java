package vn.diaba.app.doctor;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The fonts that come with the program: each must be there and have every Vietnamese letter. */
final class Fonts {
    private static final String LETTERS = "ăâđêôơưÁẠẶẤỆỜỮỹ";

    private Fonts() {}

    private record Bundled(String name, String resource) {}

    private static final List<Bundled> ALL = List.of(
            new Bundled("DejaVu Sans", "/vn/diaba/map/paint/DejaVuSans.ttf"),
            new Bundled("DejaVu Sans Bold", "/vn/diaba/map/paint/DejaVuSans-Bold.ttf"));

    static List<Check> bundled() {
        List<Check> checks = new ArrayList<>();
        for (Bundled font : ALL) {
            checks.add(check(font));
        }
        return checks;
    }

    private static Check check(Bundled font) {
        try (InputStream in = Fonts.class.getResourceAsStream(font.resource)) {
            if (in == null) {
                return Check.fault("fonts", "doctor-font-missing", font.name);
            }
            Font read = Font.createFont(Font.TRUETYPE_FONT, in);
            return read.canDisplayUpTo(LETTERS) < 0
                    ? Check.ok("fonts", "doctor-font", font.name)
                    : Check.fault("fonts", "doctor-font-lacks-letters", font.name);
        } catch (IOException | FontFormatException e) {
            return Check.fault("fonts", "doctor-font-missing", font.name);
        }
    }
}
