/**
 * The office's data: one text file with what rules weigh, the limits, the codes in force, frames of sheets and outlines of
 * communes, each row with its source in law and its dates. The file shipped holds for every office; a workspace folder
 * and a land database may have one of their own, {@code office.json}, whose sections replace those shipped. Window, command
 * line, import and land database make their rule book from here. Knows nothing of the window.
 */
@NullMarked
package vn.diaba.app.office;

import org.jspecify.annotations.NullMarked;
