package vn.diaba.app.dossier;

import java.util.function.Consumer;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import vn.diaba.app.attach.FilesViewModel;
import vn.diaba.app.tool.BesideTool;
import vn.diaba.app.tool.Outlines;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.view.Viewport;

/** The list of cases below the map; parcels are selected meanwhile, those of the case looked at are outlined. FX thread only. */
public final class DossierTool extends BesideTool {
    private static final Color LINE = Color.rgb(0x7b, 0x2c, 0xbf, 0.95);
    private static final Color FACE = Color.rgb(0x7b, 0x2c, 0xbf, 0.10);
    private static final double LINE_PX = 2.2;

    private final DossierViewModel model;
    private final DossierView view;

    /** What the list asks of the window around it. */
    public interface Surroundings {
        /** Shows an extent with some land around. */
        void show(Extent extent);

        /** Asks why a case is given back; the answer is called with a reason, or not at all. */
        void askWhy(Consumer<String> answer);
    }

    /**
     * A tool for this desk.
     *
     * @param files those attached to cases
     * @param select what the mouse does meanwhile
     */
    public DossierTool(ToolDesk desk, FilesViewModel files, MapTool select, Surroundings around) {
        super(desk, "prompt-dossier", select);
        model = new DossierViewModel(desk.workspace(), desk.tongue(), desk.clock());
        view = new DossierView(model, files, desk.tongue(), around);
        redrawWith(model.lookedProperty(), desk.workspace().stateProperty());
    }

    /** The cases. */
    public DossierViewModel model() {
        return model;
    }

    @Override
    public Region panel() {
        return view;
    }

    @Override
    protected void begin(MapCanvas entered) {
        super.begin(entered);
        model.watch(true);
    }

    @Override
    protected void end(MapCanvas last) {
        super.end(last);
        model.watch(false);
    }

    @Override
    protected void draw(GraphicsContext graphics, Viewport seen) {
        CaseFile file = model.lookedProperty().get();
        if (file != null) {
            graphics.save();
            graphics.setLineWidth(LINE_PX);
            Outlines.draw(new Outlines.Sheet(graphics, seen, fabric()), file.parcels(), FACE, LINE);
            graphics.restore();
        }
    }
}
