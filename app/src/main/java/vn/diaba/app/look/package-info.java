/**
 * What all views share: the language of the moment, icons, style sheets. Knows no land.
 *
 * <p>May use JavaFX and {@code app.text}. Confined to the FX thread.
 */
@NullMarked
package vn.diaba.app.look;

import org.jspecify.annotations.NullMarked;
