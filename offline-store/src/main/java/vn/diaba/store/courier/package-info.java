/**
 * The land database by files, for an office without a line: what waits goes out as one file on a stick or by e-mail, is
 * taken at the office, and a receipt comes back with verdicts and what is new. Files are encrypted for their reader
 * (X25519, HKDF, AES-256-GCM) and signed by their writer (Ed25519), with the JDK's own cryptography. Contents of attachments
 * stand behind what is signed, part by part under a key in it, and prove themselves by the hashes it names;
 * a parcel carries what its change sets name, a receipt what the parcel asked for and its sender may read. Knows the calls and
 * the register; the workspace's outbox and contents reach it as values.
 */
@NullMarked
package vn.diaba.store.courier;

import org.jspecify.annotations.NullMarked;
