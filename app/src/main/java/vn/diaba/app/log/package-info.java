/**
 * Where the program's log goes: a rotating file in the user's state folder, opened by the first record that is worth
 * writing, and the console only when asked. Knows nothing of what is logged.
 */
@NullMarked
package vn.diaba.app.log;

import org.jspecify.annotations.NullMarked;
