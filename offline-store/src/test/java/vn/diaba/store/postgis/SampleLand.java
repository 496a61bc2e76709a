package vn.diaba.store.postgis;

import java.util.List;
import java.util.Map;

/** Squares of 20 m made in the database itself, for tests that need many. Ids follow from zone, column and row. */
final class SampleLand {
    static final int COLUMNS = 40;
    private static final String POINT = "00000000-0000-0000-0000-000000000009";

    private SampleLand() {}

    /** SQL that makes zones side by side, each of so many parcels, multiples of 40, and lets the caller write them all. */
    static String zones(int province, int srid, int first, int count, int parcels) {
        return """
                DO $do$
                DECLARE
                  z int;
                BEGIN
                  FOR z IN %2$d..%2$d + %3$d - 1 LOOP
                    INSERT INTO sync.zone(zone_id, province_id, name, srid, ready) VALUES (z, %1$d, 'Phường ' || z, %4$d, true);
                    INSERT INTO sync.zone_head(zone_id, extent) VALUES (z, postgis.st_setsrid(postgis.st_makebox2d(
                      postgis.st_makepoint(z * 1000, 1000000), postgis.st_makepoint(z * 1000 + 800, 1000000 + %5$d / 40 * 20))::postgis.geometry, %4$d));
                    INSERT INTO sync.user_scope SELECT username, z, true, true FROM sync.account;
                    INSERT INTO land.boundary_point(province_id, zone_id, point_id, version, e, n, srid, body, seq, since)
                      SELECT %1$d, z, format('%%s-0000-7000-8000-%%s', lpad(to_hex(z), 8, '0'), lpad(to_hex(c * 65536 + r), 12, '0'))::uuid, 1,
                          z * 10000000::bigint + c * 200000, 10000000000 + r * 200000, %4$d, '{}', 0, now()
                        FROM generate_series(0, 40) c, generate_series(0, %5$d / 40) r;
                    INSERT INTO land.ring_point
                      SELECT %1$d, z, format('%%s-0000-7000-9000-%%s', lpad(to_hex(z), 8, '0'), lpad(to_hex(c * 65536 + r), 12, '0'))::uuid, 0, 0,
                          k, z, format('%%s-0000-7000-8000-%%s', lpad(to_hex(z), 8, '0'),
                            lpad(to_hex((c + (k IN (1, 2))::int) * 65536 + r + (k > 1)::int), 12, '0'))::uuid
                        FROM generate_series(0, 39) c, generate_series(0, %5$d / 40 - 1) r, generate_series(0, 3) k;
                    INSERT INTO land.parcel(province_id, zone_id, parcel_id, version, live, parcel_set, commune, sheet, number, number_key, code,
                        land_use, legal_tenths, state, body, geom, sound, seq, shape_seq, since)
                      SELECT %1$d, z, format('%%s-0000-7000-9000-%%s', lpad(to_hex(z), 8, '0'), lpad(to_hex(c * 65536 + r), 12, '0'))::uuid, 1, true,
                          'SURVEYED', '', '1', (r * 40 + c)::text, z || '||1|' || (r * 40 + c), '', 'ODT', 4000, 'NORMAL',
                          jsonb_build_object('set', 'SURVEYED', 'sheet', '1', 'number', (r * 40 + c)::text, 'state', 'NORMAL',
                            'landUse', '[["ODT"]]'::jsonb, 'legalTenths', 4000),
                          postgis.st_multi(postgis.st_makeenvelope(z * 1000 + c * 20, 1000000 + r * 20, z * 1000 + c * 20 + 20,
                            1000000 + r * 20 + 20, %4$d)), true, 0, 0, now()
                        FROM generate_series(0, 39) c, generate_series(0, %5$d / 40 - 1) r;
                  END LOOP;
                END $do$
                """.formatted(province, first, count, srid, parcels);
    }

    private static String corner(int zone, int column, int row) {
        return "%08x-0000-7000-8000-%012x".formatted(zone, column * 65536 + row);
    }

    private static String parcel(int zone, int column, int row) {
        return "%08x-0000-7000-9000-%012x".formatted(zone, column * 65536 + row);
    }

    /** A change set of one corner on the west border, between the first and the second row. */
    static Map<String, Object> move(int zone) {
        long east = zone * 10_000_000L;
        long north = 10_000_200_000L;
        return Map.of(
                "v", 1,
                "id", POINT,
                "label", "move-corner",
                "origin", "SURVEYOR",
                "author", "an",
                "time", "2026-01-01T00:00:00Z",
                "changes",
                        List.of(Map.of(
                                "k", "corner",
                                "id", corner(zone, 0, 1),
                                "b", Map.of("e", east, "n", north),
                                "a", Map.of("e", east - 5000, "n", north))));
    }

    /** What {@link #move} stands on. */
    static String guards(int zone) {
        return "[[\"corner\",\"%s\",1],[\"parcel\",\"%s\",1],[\"parcel\",\"%s\",1]]"
                .formatted(corner(zone, 0, 1), parcel(zone, 0, 0), parcel(zone, 0, 1));
    }
}
