/**
 * The way of a workspace to its land database: its address, signing in, synchronising over every kind of line, work taken to
 * the field, proposals, and the land database's own accounts and keys, without a window.
 *
 * <p>The command line and the window both go this way. Knows the open workspace; nothing of commands, windows or views.
 */
@NullMarked
package vn.diaba.app.central;

import org.jspecify.annotations.NullMarked;
