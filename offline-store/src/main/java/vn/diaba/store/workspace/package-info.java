/**
 * The workspace as a folder: what it is ({@code workspace.json}, no persons), its land ({@code land.mv.db}), its journal
 * ({@code journal/}), the files of attachments ({@code attachments/}, sealed) and its lock. The one door of the module: opens and closes everything in the right order.
 */
@NullMarked
package vn.diaba.store.workspace;

import org.jspecify.annotations.NullMarked;
