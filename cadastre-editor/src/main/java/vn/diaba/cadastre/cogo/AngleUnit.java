package vn.diaba.cadastre.cogo;

/** What a bare number means when it is an angle. A text with its own mark or unit is read by that, whatever is set here. */
public enum AngleUnit {
    /** Decimal degrees: {@code 45.5042}. */
    DEGREES,
    /** Degrees with minutes and seconds packed behind the point: {@code 45.3015} is 45° 30′ 15″. */
    PACKED_DMS,
    /** Gon, 400 to the circle. */
    GON
}
