/**
 * Where the program starts. {@code Launcher} is the only class that touches the process (streams, environment, exit code);
 * it hands all of that down as values and loads no JavaFX class unless the window is asked for.
 */
@NullMarked
package vn.diaba.app;

import org.jspecify.annotations.NullMarked;
