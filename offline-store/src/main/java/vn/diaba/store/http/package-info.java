/**
 * The land database over HTTPS: TLS 1.2 or newer with the office's own CA when it has one, the server's name checked, no
 * redirects, calls repeated where that can help. Every call is idempotent, so repeating is always right. Works with this
 * program's own server and with a stock PostgREST before the same functions.
 */
@NullMarked
package vn.diaba.store.http;

import org.jspecify.annotations.NullMarked;
