package vn.diaba.app.layers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.locationtech.jts.geom.Geometry;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.sync.ProposedLand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.exchange.drawing.CadastralMap;
import vn.diaba.exchange.drawing.ObjectSource;
import vn.diaba.exchange.drawing.ParcelSource;
import vn.diaba.exchange.drawing.SideSource;
import vn.diaba.map.layer.GeometrySource;
import vn.diaba.map.layer.HatchedSource;
import vn.diaba.map.layer.LayerStack;
import vn.diaba.map.layer.MapLayer;
import vn.diaba.map.style.StyleCatalog;

/** The layers shown, over the land of now. FX thread only. */
public final class LayersViewModel {
    /** Name of the layer of what others propose. */
    public static final String PROPOSALS = "proposals";

    private static final HatchedSource NOTHING = new HatchedSource(List.of());

    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<LayerStack> stack =
            new ReadOnlyObjectWrapper<>(this, "stack", LayerStack.EMPTY);

    private HatchedSource proposed = NOTHING;

    /** The layers of a workspace; empty until the styles have been read. */
    public LayersViewModel(Workspace workspace, JobRunner jobs) {
        this.workspace = workspace;
        workspace.stateProperty().addListener((property, was, is) -> follow());
        jobs.submit("job-styles", progress -> styled(), outcome -> {
            if (outcome instanceof JobOutcome.Done<LayerStack> done) {
                stack.set(over(done.value(), workspace.fabric()));
            }
        });
    }

    private static LayerStack styled() {
        List<MapLayer> layers = new ArrayList<>(
                CadastralMap.of(Fabric.empty(), ParcelSet.SURVEYED).layers());
        layers.add(MapLayer.of(PROPOSALS, StyleCatalog.proposals(), NOTHING));
        return new LayerStack(layers);
    }

    /** The layers, the lowest first. */
    public ReadOnlyObjectProperty<LayerStack> stackProperty() {
        return stack.getReadOnlyProperty();
    }

    /** Names of the layers as a list shows them: the uppermost first; that of proposals only while there are some. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (MapLayer layer : stack.get().layers()) {
            if (!layer.name().equals(PROPOSALS) || !layer.source().extent().isNull()) {
                names.add(0, layer.name());
            }
        }
        return names;
    }

    /** Shows what others propose: hatched, the author written on the largest shape of each proposal. */
    public void propose(List<ProposedLand> proposals) {
        List<GeometrySource.Item> items = new ArrayList<>();
        for (ProposedLand one : proposals) {
            Geometry largest = one.shapes().stream()
                    .max(Comparator.comparingDouble(Geometry::getArea))
                    .orElse(null);
            for (Geometry shape : one.shapes()) {
                String who = shape == largest ? one.author() : "";
                items.add(new GeometrySource.Item(
                        shape,
                        Map.of("who", who, "kind", shape.getGeometryType().toLowerCase(Locale.ROOT))));
            }
        }
        proposed = items.isEmpty() ? NOTHING : new HatchedSource(items);
        follow();
    }

    /** Whether a layer is switched on; false for one that is not there. */
    public boolean isVisible(String name) {
        return stack.get().findLayer(name).map(MapLayer::visible).orElse(false);
    }

    /** Whether map objects are switched on. */
    public boolean showsObjects() {
        return isVisible(CadastralMap.OBJECTS);
    }

    /** Switches a layer. */
    public void setVisible(String name, boolean visible) {
        stack.set(stack.get().with(name, layer -> layer.withVisible(visible)));
    }

    private void follow() {
        stack.set(over(stack.get(), workspace.fabric()));
    }

    private LayerStack over(LayerStack styled, Fabric fabric) {
        ParcelSource parcels = new ParcelSource(fabric, ParcelSet.SURVEYED);
        SideSource sides = new SideSource(fabric, ParcelSet.SURVEYED);
        ObjectSource objects = new ObjectSource(fabric);
        return styled.with(CadastralMap.PARCELS, layer -> layer.withSource(parcels))
                .with(CadastralMap.BOUNDARIES, layer -> layer.withSource(sides))
                .with(CadastralMap.OBJECTS, layer -> layer.withSource(objects))
                .with(CadastralMap.LABELS, layer -> layer.withSource(parcels))
                .with(PROPOSALS, layer -> layer.withSource(proposed));
    }
}
