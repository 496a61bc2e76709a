/**
 * The land database on PostgreSQL with PostGIS: its schema (migrations under {@code resources/vn/diaba/store/postgis}) and the
 * way to it over JDBC. All that decides anything is in the database, in functions of the schema {@code sync_api}, so that a
 * gateway over HTTP calls the very same; this room only carries.
 *
 * <p>What travels is the workspace's frozen payload, to the byte what is hashed. Its land part is JSON with corners on the
 * 0.1 mm grid and rings as corner ids, which SQL reads by itself: outlines, columns and histories are derived there from what
 * was hashed, nothing is sent twice and nothing derived is taken on trust. The person part lies in a schema of its own, sealed
 * under a key in a file of the server: with pgcrypto's AES-256-CBC and HMAC-SHA-256 bound to the row, not its PGP envelope, whose
 * check is a SHA-1 it does not insist on and which knows no place; GCM, the workspace's own cipher, is not in pgcrypto.
 *
 * <p>Every call is one statement and so one transaction, without prepared statements on the server and without a state of the
 * session: a pooler may hand each to another connection. May use store.remote, store.codec and the domain; must not know a
 * workspace's tables.
 */
@NullMarked
package vn.diaba.store.postgis;

import org.jspecify.annotations.NullMarked;
