package vn.diaba.map.layer;

import org.locationtech.jts.geom.Envelope;

/** Port: where a layer's features come from. Must be safe on any thread; a visit sees one state of the data throughout. */
public interface FeatureSource {
    /** The extent of all features, metres; a null envelope if there are none. Quick: asked on the FX thread. */
    Envelope extent();

    /**
     * Hands out the features that touch an extent, in the order they are to be drawn. Those beside it may come too.
     *
     * @param extent metres, not null
     * @param metresPerPixel how fine the picture is: detail well below it may be left out, a set of features too small to be
     *     told apart may be replaced by coarser ones; 0 asks for everything as it is
     * @param visitor ends the visit by returning false
     */
    void visit(Envelope extent, double metresPerPixel, FeatureVisitor visitor);
}
