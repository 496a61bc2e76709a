package vn.diaba.app.layers;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.job.JobRunner;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.exchange.drawing.CadastralMap;
import vn.diaba.exchange.drawing.ObjectSource;
import vn.diaba.exchange.drawing.ParcelSource;
import vn.diaba.exchange.drawing.SideSource;
import vn.diaba.map.layer.LayerStack;
import vn.diaba.map.layer.MapLayer;

/** The layers shown, over the land of now. FX thread only. */
public final class LayersViewModel {
    private final Workspace workspace;
    private final ReadOnlyObjectWrapper<LayerStack> stack =
            new ReadOnlyObjectWrapper<>(this, "stack", LayerStack.EMPTY);

    /** The layers of a workspace; empty until the styles have been read. */
    public LayersViewModel(Workspace workspace, JobRunner jobs) {
        this.workspace = workspace;
        workspace.stateProperty().addListener((property, was, is) -> follow());
        jobs.submit("job-styles", progress -> CadastralMap.of(Fabric.empty(), ParcelSet.SURVEYED), outcome -> {
            if (outcome instanceof JobOutcome.Done<LayerStack> done) {
                stack.set(over(done.value(), workspace.fabric()));
            }
        });
    }

    /** The layers, the lowest first. */
    public ReadOnlyObjectProperty<LayerStack> stackProperty() {
        return stack.getReadOnlyProperty();
    }

    /** Names of the layers as a list shows them: the uppermost first. */
    public List<String> names() {
        List<String> names = new java.util.ArrayList<>(
                stack.get().layers().stream().map(MapLayer::name).toList());
        java.util.Collections.reverse(names);
        return names;
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

    private static LayerStack over(LayerStack styled, Fabric fabric) {
        ParcelSource parcels = new ParcelSource(fabric, ParcelSet.SURVEYED);
        SideSource sides = new SideSource(fabric, ParcelSet.SURVEYED);
        ObjectSource objects = new ObjectSource(fabric);
        return styled.with(CadastralMap.PARCELS, layer -> layer.withSource(parcels))
                .with(CadastralMap.BOUNDARIES, layer -> layer.withSource(sides))
                .with(CadastralMap.OBJECTS, layer -> layer.withSource(objects))
                .with(CadastralMap.LABELS, layer -> layer.withSource(parcels));
    }
}
