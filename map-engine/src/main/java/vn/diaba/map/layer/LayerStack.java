package vn.diaba.map.layer;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Envelope;

/**
 * Layers in the order they are drawn, the lowest first; labels of all layers are drawn above all shapes, upper layers
 * choosing their places first. Immutable.
 */
public record LayerStack(List<MapLayer> layers) {
    /** No layers. */
    public static final LayerStack EMPTY = new LayerStack(List.of());

    /** Copies the list. */
    public LayerStack {
        layers = List.copyOf(layers);
    }

    /** These layers, the lowest first. */
    public static LayerStack of(MapLayer... layers) {
        return new LayerStack(List.of(layers));
    }

    /** The lowest layer of this name. */
    public Optional<MapLayer> findLayer(String name) {
        return layers.stream().filter(layer -> layer.name().equals(name)).findFirst();
    }

    /** The stack with the layers of this name changed; without one, the same. */
    public LayerStack with(String name, UnaryOperator<MapLayer> change) {
        return new LayerStack(layers.stream()
                .map(layer -> layer.name().equals(name) ? change.apply(layer) : layer)
                .toList());
    }

    /** The extent of all visible layers, metres; null if they are empty. */
    public Envelope extent() {
        Envelope all = new Envelope();
        layers.stream()
                .filter(MapLayer::visible)
                .forEach(layer -> all.expandToInclude(layer.source().extent()));
        return all;
    }
}
