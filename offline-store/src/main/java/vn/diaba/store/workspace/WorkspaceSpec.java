package vn.diaba.store.workspace;

/**
 * What a workspace is. Immutable.
 *
 * @param name as people call it
 * @param epsg EPSG code of the project CRS, projected, metre axes
 * @param commune the commune's code, "" when it is none or several
 * @param scale denominator of the map scale, 0 when not given
 */
public record WorkspaceSpec(String name, int epsg, String commune, int scale) {}
