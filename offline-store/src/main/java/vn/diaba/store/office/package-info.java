/**
 * Who may what in a land database that a small office serves itself: accounts with a role and zones, devices, signed tokens,
 * the log of all this, and the land database as one user may see it. What a user may not see is answered like what is not
 * there. Accounts lie sealed beside the land database. And what a workspace keeps of it: the pass with its token, or the rights
 * that a land database without tokens told, and the log of persons that left. Knows no network.
 */
@NullMarked
package vn.diaba.store.office;

import org.jspecify.annotations.NullMarked;
