package vn.diaba.app.build;

import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.look.ModePanel;
import vn.diaba.app.look.Tongue;

/** The panel: of points or of lines, and what belongs to it. FX thread only. */
final class BuildView extends ModePanel {
    private static final double HEIGHT_PX = 274;

    private final LinesView lines;

    BuildView(Tongue tongue, ChainViewModel chainModel, LinesViewModel linesModel, BooleanProperty ofLines) {
        this(tongue, new ChainView(chainModel, tongue), new LinesView(linesModel, tongue), ofLines);
    }

    private BuildView(Tongue tongue, ChainView chains, LinesView lines, BooleanProperty ofLines) {
        super(
                tongue,
                HEIGHT_PX,
                new Mode("build-of-points", chains.head(), chains, chains::build),
                new Mode("build-of-lines", lines.head(), lines, lines::build),
                ofLines);
        setId("buildPanel");
        this.lines = lines;
    }

    /** The row of the grid that is looked at. */
    ObservableValue<@Nullable BuiltRow> selectedProperty() {
        return lines.selectedProperty();
    }

    /** Goes to a row of the grid. */
    void select(BuiltRow row) {
        lines.select(row);
    }
}
