/** What was done and can be undone, as a list. Knows the workspace and nothing of land. */
@NullMarked
package vn.diaba.app.history;

import org.jspecify.annotations.NullMarked;
