package vn.diaba.app.survey;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.diaba.cadastre.cogo.AngleUnit;
import vn.diaba.cadastre.cogo.CogoException;
import vn.diaba.cadastre.cogo.DistanceText;
import vn.diaba.cadastre.traverse.Traverse;

/** What is typed about a traverse beside its rows. FX thread only. */
final class TraverseFields {
    final StringProperty start = new SimpleStringProperty(this, "start", "");
    final StringProperty back = new SimpleStringProperty(this, "back", "");
    final StringProperty close = new SimpleStringProperty(this, "close", "");
    final StringProperty closeAngle = new SimpleStringProperty(this, "closeAngle", "");
    final StringProperty onward = new SimpleStringProperty(this, "onward", "");
    final StringProperty ratio = new SimpleStringProperty(this, "ratio", "2000");
    final StringProperty seconds = new SimpleStringProperty(this, "seconds", "60");
    final StringProperty sigmaMillimetres = new SimpleStringProperty(this, "sigmaMillimetres", "5");
    final StringProperty sigmaSeconds = new SimpleStringProperty(this, "sigmaSeconds", "5");
    final ObjectProperty<AngleUnit> unit = new SimpleObjectProperty<>(this, "unit", AngleUnit.DEGREES);
    final ObjectProperty<Adjustment> adjustment = new SimpleObjectProperty<>(this, "adjustment", Adjustment.COMPASS);

    /** The field a point picked on the map goes into. */
    final ObjectProperty<StringProperty> target = new SimpleObjectProperty<>(this, "target", start);

    /** Fields that tell when one changes. */
    TraverseFields(Runnable changed) {
        for (var each :
                List.of(start, back, close, closeAngle, onward, ratio, seconds, sigmaMillimetres, sigmaSeconds)) {
            each.addListener((property, was, is) -> changed.run());
        }
        unit.addListener((property, was, is) -> changed.run());
        adjustment.addListener((property, was, is) -> changed.run());
    }

    /** Puts a picked point into the field it is meant for; the next one is then meant. */
    void pick(String name) {
        List<StringProperty> order = List.of(start, back, close, onward);
        StringProperty meant = target.get();
        meant.set(name);
        target.set(order.get((order.indexOf(meant) + 1) % order.size()));
    }

    /** The traverse of these rows. */
    TraverseDraft draft(List<LegText> legs) {
        Traverse.Limits limits = Traverse.Limits.STANDARD;
        TraverseDraft.Sigmas sigmas = TraverseDraft.Sigmas.STANDARD;
        return new TraverseDraft(
                start.get(),
                back.get(),
                close.get(),
                closeAngle.get(),
                onward.get(),
                unit.get(),
                adjustment.get(),
                new Traverse.Limits(
                        positive(ratio.get(), limits.ratio()), positive(seconds.get(), limits.secondsPerAngle())),
                new TraverseDraft.Sigmas(
                        positive(sigmaMillimetres.get(), sigmas.metres() * 1000) / 1000,
                        positive(sigmaSeconds.get(), sigmas.seconds())),
                legs);
    }

    /** A number typed; while it is none, the usual one. */
    private static double positive(String text, double otherwise) {
        try {
            double value = DistanceText.metres(text);
            return value > 0 ? value : otherwise;
        } catch (CogoException notANumber) {
            return otherwise;
        }
    }
}
