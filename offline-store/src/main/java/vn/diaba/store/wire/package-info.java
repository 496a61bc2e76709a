/**
 * The calls of the land database as named functions with JSON arguments, the same by HTTPS, by files and by a stock
 * PostgREST before PostgreSQL: the caller's half is a {@link vn.diaba.store.remote.LandDatabase}, the answering half works on
 * one. Knows neither sockets nor files nor who may what.
 */
@NullMarked
package vn.diaba.store.wire;

import org.jspecify.annotations.NullMarked;
