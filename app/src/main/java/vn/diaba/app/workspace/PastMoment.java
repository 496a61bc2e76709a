package vn.diaba.app.workspace;

import vn.diaba.cadastre.fabric.Fabric;

/**
 * Land of a workspace at a moment of its log. Immutable.
 *
 * @param land all land as it was then
 * @param sequence of the last act done by then, 0 before the first
 */
public record PastMoment(Fabric land, long sequence) {}
