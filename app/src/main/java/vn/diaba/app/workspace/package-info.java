/**
 * What is open: one workspace with its land, its session, its rules and its store, without a window.
 *
 * <p>A workspace of a land database with accounts is edited by right, in the field too: {@link vn.diaba.app.workspace.Rights}
 * obeys what the land database said last, until it ends. Over HTTPS and by files that is a token with the server's signature.
 * A workspace that goes to PostgreSQL by JDBC, or to a folder, keeps what it was told, sealed with its own key and without a
 * signature: PostgreSQL has no function to sign with, and a key kept in the database would be in each of its backups. That is
 * enough, since these rights guard only this copy: the land database judges each call by its own accounts, whatever a
 * workspace believes.
 *
 * <p>The command line uses it as it is; the window puts threads and views around it. May use everything below the app but
 * JavaFX. Knows nothing of commands, windows or views.
 */
@NullMarked
package vn.diaba.app.workspace;

import org.jspecify.annotations.NullMarked;
