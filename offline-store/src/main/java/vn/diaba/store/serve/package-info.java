/**
 * The land database of a small office as a server: {@code POST /rpc/<function>} in the form of PostgREST, answered by the
 * JDK's own HTTP server, with a token for each caller. Plain HTTP on the loopback only. Knows the calls and the register, no
 * workspace.
 */
@NullMarked
package vn.diaba.store.serve;

import org.jspecify.annotations.NullMarked;
