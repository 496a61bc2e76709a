/**
 * What people read: a sentence for every code, in Vietnamese and English, with numbers, dates and places as they are
 * written in that language. The only room with sentences. Knows quantities of the plane, nothing of commands or windows.
 *
 * <p>Placeholders are not those of {@link java.text.MessageFormat}, whose apostrophes and grouped EPSG codes invite
 * mistakes; they are told at {@link vn.diaba.app.text.Sentence}.
 */
@NullMarked
package vn.diaba.app.text;

import org.jspecify.annotations.NullMarked;
