/**
 * The main job told as one working week on the bundled ward, done for real: receive, check, split, merge, undo, a plug
 * pulled, two teams, one conflict, a picture one team has from the other and a part taken to the field, and what leaves the
 * office. Each chapter is a class. Uses what a person uses and knows nothing of commands or windows.
 */
@NullMarked
package vn.diaba.app.demo;

import org.jspecify.annotations.NullMarked;
