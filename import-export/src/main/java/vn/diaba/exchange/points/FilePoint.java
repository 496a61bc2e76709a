package vn.diaba.exchange.points;

import vn.diaba.cadastre.measure.EastNorth;

/**
 * A point of a file. Immutable.
 *
 * @param name as in the file, or its record's number when the file has no names
 * @param place east, north in metres of the file's CRS
 * @param heightMetres NaN without
 * @param code the surveyor's code or remark, "" without
 * @param record line or block of the file, first is 1
 * @param raw the line as it stands
 */
public record FilePoint(String name, EastNorth place, double heightMetres, String code, long record, String raw) {}
