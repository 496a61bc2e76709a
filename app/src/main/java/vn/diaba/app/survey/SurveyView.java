package vn.diaba.app.survey;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.scene.layout.Region;
import vn.diaba.app.look.ModePanel;
import vn.diaba.app.look.Tongue;

/** The panel: which of both is done, and its fields. FX thread only. */
final class SurveyView extends ModePanel {
    private static final double HEIGHT_PX = 252;

    private final TraverseView traverse;

    SurveyView(
            Tongue tongue,
            TraverseViewModel traverseModel,
            ConstructionViewModel constructionModel,
            BooleanProperty constructs) {
        this(
                tongue,
                new TraverseView(traverseModel, tongue),
                new ConstructionView(constructionModel, tongue),
                constructs);
    }

    private SurveyView(
            Tongue tongue, TraverseView traverse, ConstructionView construction, BooleanProperty constructs) {
        super(
                tongue,
                HEIGHT_PX,
                new Mode("survey-traverse-mode", traverse.head(), traverse, traverse::write),
                new Mode("survey-construction-mode", new Region(), construction, construction::write),
                constructs);
        setId("surveyPanel");
        this.traverse = traverse;
    }

    /** The row of the traverse that is looked at, -1 for none. */
    ReadOnlyIntegerProperty selectedRowProperty() {
        return traverse.selectedRowProperty();
    }
}
