/**
 * The embedded land database of a small office: one folder with an H2 file, locked only during a call. Judges, guards and
 * chains what is pushed as the server does. Contents of attachments lie beside it, sealed part by part. Knows nothing of a workspace's tables, nor who may do what.
 */
@NullMarked
package vn.diaba.store.authority;

import org.jspecify.annotations.NullMarked;
