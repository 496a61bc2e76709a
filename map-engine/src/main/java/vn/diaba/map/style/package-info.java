/**
 * How features look: GeoTools' style model inside, plain colours and millimetres outside. {@code StyleReader} builds the
 * model from a subset of SLD 1.0 and SE 1.1, {@code StyleCatalog} holds the built-in cadastral set, {@code MapStyle} answers
 * which symbols a feature gets at a scale.
 *
 * <p>May use GeoTools' style and filter model and the JDK's XML parser, hardened. Knows no layers, no pixels, no parcels: a
 * feature is here what {@code Attributes} tells of it.
 */
@NullMarked
package vn.diaba.map.style;

import org.jspecify.annotations.NullMarked;
