package vn.diaba.app.build;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.look.FieldBook;
import vn.diaba.app.look.SignedArea;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.text.Values;
import vn.diaba.cadastre.measure.LegalArea;

/** The parcels that would begin: number and land use can be typed, areas stand beside each other. FX thread only. */
final class BuiltGrid extends FieldBook<BuiltRow> {
    private static final double AROUND_METRES = 30;

    private final Tongue tongue;

    BuiltGrid(LinesViewModel model, Tongue tongue) {
        super("builtGrid", tongue);
        this.tongue = tongue;
        setMinWidth(0);
        setPlaceholder(new Label());
        setPrefWidth(470);
        entry("build-number", 62, BuiltRow::numberProperty, text -> {});
        entry("build-land-use", 70, BuiltRow::landUseProperty, text -> {});
        numbers("build-area-drawn", 78, row -> said(() -> values().styled(row.drawn(), "m2")));
        numbers("build-area-written", 70, row -> said(() -> written(row)));
        numbers("build-difference", 60, row -> said(() -> difference(row)));
        shown(
                "build-note",
                170,
                row -> said(
                        () -> row.complaints().stream().map(tongue::say).collect(Collectors.joining("; ")),
                        row.numberProperty()));
        getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (is != null && isFocusWithin()) {
                model.look(is.inside(), Math.max(AROUND_METRES, Math.sqrt(is.drawn())));
            }
        });
    }

    /** Shows the rows of a trial. */
    void show(@Nullable LinesSketch made) {
        if (made == null) {
            getItems().clear();
        } else {
            getItems().setAll(made.rows());
        }
    }

    private Values values() {
        return tongue.messages().values();
    }

    private String written(BuiltRow row) {
        LegalArea area = row.written();
        return area == null ? "–" : values().plain(area);
    }

    private String difference(BuiltRow row) {
        LegalArea area = row.written();
        return area == null
                ? ""
                : SignedArea.text(row.drawn() - area.squareMetres().doubleValue(), values());
    }

    private ObservableValue<String> said(Callable<String> text, Observable... of) {
        Observable[] all = Arrays.copyOf(of, of.length + 1);
        all[of.length] = tongue.messagesProperty();
        return Bindings.createStringBinding(text, all);
    }
}
