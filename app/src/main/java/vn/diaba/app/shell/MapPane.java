package vn.diaba.app.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.app.build.BuildTool;
import vn.diaba.app.dossier.DossierTool;
import vn.diaba.app.edit.Land;
import vn.diaba.app.inbox.ConflictTool;
import vn.diaba.app.problems.ProblemOverlay;
import vn.diaba.app.problems.RemedyOverlay;
import vn.diaba.app.split.SplitTool;
import vn.diaba.app.survey.SurveyTool;
import vn.diaba.app.sync.SyncTool;
import vn.diaba.app.take.TakeTool;
import vn.diaba.app.tool.PanelTool;
import vn.diaba.app.tool.SelectTool;
import vn.diaba.app.tool.SelectionOverlay;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.app.transfer.ExportTool;
import vn.diaba.app.transfer.ImportTool;
import vn.diaba.app.union.MergeTool;
import vn.diaba.app.union.ReshapeKind;
import vn.diaba.app.union.ReshapeTool;
import vn.diaba.app.vertex.ReasonAsker;
import vn.diaba.app.vertex.RedrawTool;
import vn.diaba.app.vertex.VertexTool;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapTool;
import vn.diaba.map.tool.MeasureTool;
import vn.diaba.map.tool.PanZoomTool;

/** The map with its tools and what lies above it. FX thread only. */
public final class MapPane extends StackPane {
    private static final double MARGIN = 0.15;

    private final ShellViewModel model;
    private final MapCanvas canvas = new MapCanvas();
    private final Map<ToolKind, MapTool> tools = new EnumMap<>(ToolKind.class);
    private final ObjectProperty<ToolKind> tool = new SimpleObjectProperty<>(this, "tool", ToolKind.SELECT);
    private final ReadOnlyStringWrapper prompt = new ReadOnlyStringWrapper(this, "prompt", "prompt-select");
    private final ReshapeTool reshape;
    private final ImportTool imports;
    private final ReadOnlyObjectWrapper<@Nullable Region> toolPanel = new ReadOnlyObjectWrapper<>(this, "toolPanel");
    private @Nullable Land checked;

    /** A map of this workspace. */
    public MapPane(ShellViewModel model) {
        this.model = model;
        canvas.setId("map");
        getStyleClass().add("map");
        getChildren().add(canvas);
        ToolDesk desk = new ToolDesk(model.workspace(), model.tongue(), model.clock(), prompt::set);
        tools.put(
                ToolKind.SELECT,
                new SelectTool(desk, model.layers()::showsObjects, new MapMenu(model.tongue(), this)::open));
        tools.put(ToolKind.PAN, new PanZoomTool());
        tools.put(ToolKind.VERTEX, new VertexTool(desk, this::askWhy, model.layers()::showsObjects));
        tools.put(ToolKind.REDRAW, new RedrawTool(desk, model.jobs()));
        tools.put(ToolKind.SPLIT, new SplitTool(desk, model.jobs()));
        tools.put(ToolKind.MERGE, new MergeTool(desk, model.jobs(), this::rest));
        reshape = new ReshapeTool(desk, model.jobs(), this::rest);
        tools.put(ToolKind.RESHAPE, reshape);
        tools.put(ToolKind.SURVEY, new SurveyTool(desk, model.jobs()));
        tools.put(ToolKind.BUILD, new BuildTool(desk, model.jobs()));
        imports = new ImportTool(desk, model.jobs(), extent -> show(extent, MARGIN), this::rest);
        tools.put(ToolKind.IMPORT, imports);
        tools.put(
                ToolKind.EXPORT,
                new ExportTool(desk, model.jobs(), new SelectTool(desk, model.layers()::showsObjects, pointer -> {})));
        tools.put(
                ToolKind.SYNC,
                new SyncTool(
                        desk,
                        model.sync(),
                        new SelectTool(desk, model.layers()::showsObjects, pointer -> {}),
                        model.jobs().running(),
                        this::decide));
        tools.put(ToolKind.TAKE, new TakeTool(desk, model.take(), model.sync()));
        tools.put(ToolKind.CONFLICTS, new ConflictTool(desk, model.conflicts(), () -> tool.set(ToolKind.VERTEX)));
        model.sync().setOnLook(extent -> show(extent, 0));
        model.conflicts().setOnLook(extent -> show(extent, 0));
        tools.put(
                ToolKind.DOSSIER,
                new DossierTool(
                        desk,
                        model.files(),
                        new SelectTool(desk, model.layers()::showsObjects, pointer -> {}),
                        surroundings()));
        tools.put(ToolKind.MEASURE, new MeasureTool(measured -> model.status().measured(measured)));
        canvas.addOverlay(new SelectionOverlay(model.workspace()));
        canvas.addOverlay(new ProblemOverlay(model.problems()));
        canvas.addOverlay(new RemedyOverlay(model.remedies()));
        model.remedies().previewProperty().addListener((property, was, is) -> canvas.redrawOverlays());
        canvas.setTool(tools.get(ToolKind.SELECT));
        tool.addListener((property, was, is) -> {
            prompt.set(is == ToolKind.MEASURE ? "prompt-measure" : "prompt-pan");
            canvas.setTool(tools.get(is));
            toolPanel.set(tools.get(is) instanceof PanelTool panelled ? panelled.panel() : null);
            canvas.requestFocus();
        });
        model.layers().stackProperty().addListener((property, was, is) -> canvas.setLayers(is));
        canvas.setLayers(model.layers().stackProperty().get());
        model.workspace().selectionProperty().addListener((property, was, is) -> canvas.redrawOverlays());
        model.workspace().pickedProperty().addListener((property, was, is) -> canvas.redrawOverlays());
        model.workspace().landProperty().addListener((property, was, is) -> zoomToAll());
        model.workspace().stateProperty().addListener((property, was, is) -> {
            if (was.fabric().parcelCount() == 0 && is.fabric().parcelCount() > 0) {
                zoomToAll();
            }
        });
        canvas.reportProperty().addListener((property, was, is) -> checkOnce());
        model.problems().currentProperty().addListener((property, was, is) -> canvas.redrawOverlays());
        model.problems().setOnLook(extent -> show(extent, 0));
        canvas.setOnZoomToAll(this::zoomToAll);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()
                    && model.workspace().landProperty().get() != null) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        setOnDragDropped(event -> {
            takeIn(event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        });
    }

    /** The map itself. */
    public MapCanvas canvas() {
        return canvas;
    }

    /** The tool in use. */
    public ObjectProperty<ToolKind> toolProperty() {
        return tool;
    }

    /** Code of the sentence that says what the tool waits for. */
    public ReadOnlyStringProperty promptProperty() {
        return prompt.getReadOnlyProperty();
    }

    /** The panel of the tool in use; null when it has none. */
    public ReadOnlyObjectProperty<@Nullable Region> toolPanelProperty() {
        return toolPanel.getReadOnlyProperty();
    }

    /** Takes up an edit by which land passes between parcels. */
    void reshape(ReshapeKind kind) {
        reshape.model().kindProperty().set(kind);
        tool.set(ToolKind.RESHAPE);
    }

    /** Takes files in. */
    void takeIn(List<Path> files) {
        if (!files.isEmpty()) {
            tool.set(ToolKind.IMPORT);
            imports.open(files);
        }
    }

    /** Opens the inbox of conflicts at the first. */
    void decide() {
        tool.set(ToolKind.CONFLICTS);
        model.conflicts().lookAtFirst();
    }

    /** A tool that has done its work gives way to the first one. */
    private void rest() {
        tool.set(ToolKind.SELECT);
    }

    /** Shows all land. */
    public void zoomToAll() {
        model.workspace().fabric().index().extent().ifPresent(extent -> show(extent, 0));
    }

    /** Shows the selected parcels with some land around. */
    public void zoomToSelection() {
        model.selectionExtent().ifPresent(extent -> show(extent, MARGIN));
    }

    /** Shows an extent, larger by a share of its size on every side. */
    public void show(Extent extent, double margin) {
        Envelope box = new Envelope(extent.west(), extent.east(), extent.south(), extent.north());
        box.expandBy(margin * Math.max(box.getWidth(), box.getHeight()));
        canvas.fit(box);
    }

    private void askWhy(ReasonAsker.Occasion occasion, Consumer<String> answer) {
        ReasonDialog.Purpose purpose =
                occasion == ReasonAsker.Occasion.DETACH ? ReasonDialog.Purpose.DETACH : ReasonDialog.Purpose.SHIFT;
        ReasonDialog.ask(model, purpose, getScene().getWindow(), answer);
    }

    private DossierTool.Surroundings surroundings() {
        return new DossierTool.Surroundings() {
            @Override
            public void show(Extent extent) {
                MapPane.this.show(extent, MARGIN);
            }

            @Override
            public void askWhy(Consumer<String> answer) {
                ReasonDialog.ask(
                        model, ReasonDialog.Purpose.GIVE_BACK, getScene().getWindow(), answer);
            }
        };
    }

    /** The first check of a workspace waits for its first picture. */
    private void checkOnce() {
        Land land = model.workspace().landProperty().get();
        if (land != null && land != checked) {
            checked = land;
            model.workspace().check();
        }
    }

    /** Letters are read from the key code: an input method for Vietnamese may turn what is typed into something else. */
    private void keyed(KeyEvent event) {
        if (event.isConsumed() || event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return;
        }
        for (ToolKind kind : ToolKind.values()) {
            if (event.getCode().getName().equals(kind.key())) {
                tool.set(kind);
                event.consume();
            }
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            model.problems().lookAway();
            tool.set(ToolKind.SELECT);
            event.consume();
        }
    }
}
