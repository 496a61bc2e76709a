/**
 * What is on the map: layers, their order, and the port through which features come, {@code FeatureSource}. A source hands
 * out one flyweight again and again, so that a million features cost no object each.
 *
 * <p>May use {@code map.style} and JTS. Knows no parcels, no pixels and no toolkit.
 */
@NullMarked
package vn.diaba.map.layer;

import org.jspecify.annotations.NullMarked;
