package vn.diaba.exchange.parcel;

import java.util.List;

/** Tells by its name whether a further column may name or describe persons. Stateless. */
public final class PersonColumns {
    private static final List<String> PARTS = List.of(
            "tenchu",
            "chusudung",
            "chusd",
            "nguoisudung",
            "nguoisd",
            "hoten",
            "hovaten",
            "landuser",
            "owner",
            "cccd",
            "cmnd",
            "sogiayto",
            "madinhdanhcanhan",
            "idnumber",
            "sodienthoai",
            "dienthoai",
            "phone",
            "email",
            "ngaysinh",
            "namsinh",
            "birth",
            "thuongtru");

    private PersonColumns() {}

    /** Whether a column of this name may. */
    public static boolean mayName(String column) {
        String plain = FieldMapping.plain(column);
        return PARTS.stream().anyMatch(plain::contains);
    }
}
