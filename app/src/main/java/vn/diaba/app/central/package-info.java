/**
 * The way of a workspace to its land database: its address, signing in, synchronising over every kind of line, work taken to
 * the field, the office's files that come along, proposals, the paper of a receipt, and the land database's own accounts,
 * devices and files for its keeper, without a window.
 *
 * <p>Each contact leaves in the workspace what its user may do from then on: a token that the server signed, or what a land
 * database that signs nothing said. A sync that hears that the account or the device counts no more ends the right to edit at
 * once; what it cannot bring of the office's files, or write of its receipt, takes nothing back of what it did.
 *
 * <p>The command line and the window both go this way. Knows the open workspace; nothing of commands, windows or views.
 */
@NullMarked
package vn.diaba.app.central;

import org.jspecify.annotations.NullMarked;
