/**
 * Where the program's log goes: a rotating file in the user's state folder, opened by the first record that is worth
 * writing, and the console only when asked; what may name a person is taken out of every line. Knows nothing else of what is
 * logged.
 */
@NullMarked
package vn.diaba.app.log;

import org.jspecify.annotations.NullMarked;
