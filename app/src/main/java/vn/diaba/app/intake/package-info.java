/**
 * Files that come into a workspace: parcels, map objects by level, points from the field. What a person says of a file is an
 * {@code IntakeOrder}; {@code FileLook} finds out what need not be asked; {@code FileIntake} reads the file to its end into
 * one act that is not done yet. The command line and the window take files in by this one way.
 *
 * <p>Nothing is guessed in silence: what a look proposes is shown and confirmed by a person, and what a file cannot be
 * told of is refused with its reason. Knows no window and no terminal.
 */
@NullMarked
package vn.diaba.app.intake;

import org.jspecify.annotations.NullMarked;
