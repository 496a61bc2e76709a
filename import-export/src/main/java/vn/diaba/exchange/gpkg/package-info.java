/**
 * GeoPackage files. Read through SQLite opened read-only and immutable, so that neither the file nor its folder changes,
 * with the file's schema not trusted, triggers never fired and views refused (a view is a program, and may run for ever).
 * Written as GeoPackage 1.3 with a spatial index.
 *
 * <p>Source: OGC 12-128r17, "GeoPackage Encoding Standard" 1.3.1 (binary geometry 2.1.3, tables 1.1.1 and 2.1, spatial
 * index F.3). Well-known binary is parsed by our own code, every count checked against the bytes left. This is the only
 * room of the module that knows SQL; it knows {@code table} and {@code text} only.
 */
@NullMarked
package vn.diaba.exchange.gpkg;

import org.jspecify.annotations.NullMarked;
