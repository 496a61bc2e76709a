/**
 * The workspace's key and what it locks. Where land is may be read by anyone with the file; who holds it may not: all that
 * names or describes persons is AES-256-GCM with a random key, kept in the user's profile or under a passphrase, and also
 * wrapped for the office's recovery key where there is one. The JDK's own cryptography only.
 */
@NullMarked
package vn.diaba.store.key;

import org.jspecify.annotations.NullMarked;
