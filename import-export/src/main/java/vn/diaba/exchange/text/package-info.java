/**
 * Text as bytes: the encodings Vietnamese files come in, their detection by content, and what went wrong before the file
 * reached us (mojibake, characters cut in two). Every text leaves this room composed (NFC).
 *
 * <p>TCVN3 (ABC), VNI and code page 1258 are our own tables: the JDK has only the last, in an optional module. Detection
 * is by language: of the decodings of a column the one whose accented words are Vietnamese syllables is right. This room
 * knows {@code table} only, for its issues, and no file format.
 */
@NullMarked
package vn.diaba.exchange.text;

import org.jspecify.annotations.NullMarked;
