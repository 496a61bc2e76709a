package vn.diaba.exchange.drawing;

import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.map.layer.LayerStack;
import vn.diaba.map.layer.MapLayer;
import vn.diaba.map.style.StyleCatalog;

/** The layers of a cadastral map in the built-in look. Stateless. */
public final class CadastralMap {
    /** Name of the layer of filled parcels. */
    public static final String PARCELS = "parcels";
    /** Name of the layer of parcel boundaries. */
    public static final String BOUNDARIES = "boundaries";
    /** Name of the layer of map objects and survey points. */
    public static final String OBJECTS = "objects";
    /** Name of the layer of parcel labels. */
    public static final String LABELS = "labels";

    private CadastralMap() {}

    /** Parcels of a set filled by land use, their boundaries, the map objects, the parcels' labels; the lowest first. */
    public static LayerStack of(Fabric fabric, ParcelSet set) {
        ParcelSource parcels = new ParcelSource(fabric, set);
        return LayerStack.of(
                MapLayer.of(PARCELS, StyleCatalog.parcels(), parcels),
                MapLayer.of(BOUNDARIES, StyleCatalog.boundaries(), new SideSource(fabric, set)),
                MapLayer.of(OBJECTS, StyleCatalog.objects(), new ObjectSource(fabric)),
                MapLayer.of(LABELS, StyleCatalog.labels(), parcels));
    }
}
