/**
 * The land as the window sees it. {@code EditDesk} queues requests to the one thread that owns the open workspace;
 * {@code Workspace} turns what comes back into properties on the FX thread; {@code WindowJobs} runs long work elsewhere.
 *
 * <p>Only immutable values cross: {@code Fabric}, change sets, reports. Nothing of files, SQL, rules or painting runs on
 * the FX thread, and {@code WindowThread} refuses work that is started there by mistake. May use JavaFX properties, never
 * a scene.
 */
@NullMarked
package vn.diaba.app.edit;

import org.jspecify.annotations.NullMarked;
