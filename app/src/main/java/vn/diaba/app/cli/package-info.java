/**
 * The command line: a class per command, and the few classes that parse, run, answer and fail the same way for all of them.
 *
 * <p>A command implements {@link vn.diaba.app.cli.CliCommand}, carries picocli's annotations without any text (help texts
 * are in {@code app.text}), and is listed in {@code Commands}. It returns an {@link vn.diaba.app.cli.Answer}, which is shown
 * as JSON or as lines of text; it never prints. May use every room without a window. Must never know JavaFX.
 */
@NullMarked
package vn.diaba.app.cli;

import org.jspecify.annotations.NullMarked;
