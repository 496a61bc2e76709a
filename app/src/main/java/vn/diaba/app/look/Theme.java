package vn.diaba.app.look;

import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Light or dark colours of the window; the map keeps its own. FX thread only. */
public enum Theme {
    /** Dark text on light ground. */
    LIGHT(List.of("window.css")),
    /** Light text on dark ground. */
    DARK(List.of("window.css", "dark.css"));

    private static final List<String> FONTS = List.of("DejaVuSans.ttf", "DejaVuSans-Bold.ttf");

    private final List<String> sheets;

    Theme(List<String> sheets) {
        this.sheets = sheets;
    }

    /** Makes the bundled letters, which have all Vietnamese marks, known to the toolkit; once, before the first scene. */
    public static void loadLetters() {
        for (String font : FONTS) {
            InputStream in = Theme.class.getResourceAsStream("/vn/diaba/map/paint/" + font);
            Font.loadFont(in, 13);
        }
    }

    /** Dresses a scene. */
    public void dress(Scene scene) {
        scene.getStylesheets()
                .setAll(sheets.stream().map(Theme::url).map(URL::toExternalForm).toList());
    }

    private static URL url(String sheet) {
        return Objects.requireNonNull(Theme.class.getResource(sheet));
    }
}
