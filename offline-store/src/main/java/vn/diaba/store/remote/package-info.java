/**
 * The land database as a workspace sees it: a port with few idempotent calls, and the embedded one for a small office. A
 * push is answered once for its id; what is written and what was read is guarded by versions; every zone's change sets
 * are numbered without gaps and chained by hashes. Knows nothing of a workspace's tables.
 */
@NullMarked
package vn.diaba.store.remote;

import org.jspecify.annotations.NullMarked;
