/**
 * The list of cases in the window: which there are, how far they are, which are late; opened, altered, handed in and given
 * back there, and chosen to be worked in, so that every act from then on belongs to one.
 *
 * <p>Every act is a command of {@code cadastre.casefile}, planned on the snapshot shown so that what stands against it is
 * said before it is asked for. May use the desk and the map's tools; knows no other view.
 */
@NullMarked
package vn.diaba.app.dossier;

import org.jspecify.annotations.NullMarked;
