/**
 * Backups of a workspace: what its journal holds and what cannot be made again from it, each archive encrypted whole with
 * the workspace's key. Large files that never change (bulk imports, full journal segments) lie once beside the archives
 * that need them. A folder of backups keeps the newest seven. Knows files and keys, nothing of land.
 */
@NullMarked
package vn.diaba.store.backup;

import org.jspecify.annotations.NullMarked;
