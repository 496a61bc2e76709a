/**
 * The window's frame: menu, tool bar, map, panels, status bar, the quiet bar for messages. Views are made in Java and take
 * what they need by constructor; looks are in the style sheets of {@code app.look}. View models here know no scene.
 */
@NullMarked
package vn.diaba.app.shell;

import org.jspecify.annotations.NullMarked;
