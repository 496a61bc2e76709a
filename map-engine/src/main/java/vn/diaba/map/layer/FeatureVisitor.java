package vn.diaba.map.layer;

/** Receives the features of a visit, one by one. */
@FunctionalInterface
public interface FeatureVisitor {
    /**
     * Takes one feature.
     *
     * @param feature valid only until this returns
     * @return false to end the visit
     */
    boolean visit(MapFeature feature);
}
