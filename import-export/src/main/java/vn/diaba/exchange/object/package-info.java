/**
 * Map objects and survey points from tables and to tables, by map level. Which layer of a drawing is which level is said by
 * the person who imports or by the layer's own number; nothing is guessed from names. Knows tables and the land, no format.
 */
@NullMarked
package vn.diaba.exchange.object;

import org.jspecify.annotations.NullMarked;
