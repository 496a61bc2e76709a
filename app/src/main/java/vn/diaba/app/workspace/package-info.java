/**
 * What is open: one workspace with its land, its session, its rules and its store, without a window.
 *
 * <p>The command line uses it as it is; the window puts threads and views around it. May use everything below the app but
 * JavaFX. Knows nothing of commands, windows or views.
 */
@NullMarked
package vn.diaba.app.workspace;

import org.jspecify.annotations.NullMarked;
