/**
 * The land database as a workspace sees it: a port with few idempotent calls and the values that go through it. A push is
 * answered once for its id; what is written and what was read is guarded by versions; every zone's change sets are numbered
 * without gaps and chained by hashes. Knows nothing of any tables.
 */
@NullMarked
package vn.diaba.store.remote;

import org.jspecify.annotations.NullMarked;
