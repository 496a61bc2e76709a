/** How far a long task is, and whether it should stop. Knows nothing of what the task does. */
@NullMarked
package vn.diaba.cadastre.progress;

import org.jspecify.annotations.NullMarked;
