/**
 * The contents of attachments: the files themselves, each once, sealed under the workspace's key and named by the SHA-256
 * of what is in it. They are written before the act that names them and never deleted, since an undo or an older backup
 * may want them again. A content that was damaged or is gone comes back from a backup when it is asked for.
 *
 * <p>On the disk a content is a head and its parts of 256 KiB, sealed one by one: the head is bound to a random id and
 * says size and SHA-256, each part is bound to that id and its place. So a part can be read, sent and received by itself,
 * and nothing can be altered, moved, exchanged or cut off unseen. Knows bytes and keys, nothing of land.
 */
@NullMarked
package vn.diaba.store.content;

import org.jspecify.annotations.NullMarked;
