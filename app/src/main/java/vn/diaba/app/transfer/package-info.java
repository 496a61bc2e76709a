/**
 * Files into the workspace and out of it, in the window. An import shows what was found out about a file, what its first
 * records say and where its land would lie, and reads it whole before anything is changed; accepted it is one act, one step
 * to undo. An export says first what is ready and what is not. Reading and writing are jobs, shown and stopped in the
 * status bar, on a snapshot of the land; edits go on meanwhile.
 *
 * <p>What is read and how is {@code app.intake}'s, what is written {@code app.workspace}'s; here are only the questions.
 */
@NullMarked
package vn.diaba.app.transfer;

import org.jspecify.annotations.NullMarked;
