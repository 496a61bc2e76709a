/**
 * What part of the plane a picture shows and how large: {@code Viewport} and {@code MapScale}. Knows no layers, no toolkit.
 */
@NullMarked
package vn.diaba.map.view;

import org.jspecify.annotations.NullMarked;
