package vn.diaba.cadastre.linework;

import vn.diaba.cadastre.fabric.Fabric;

/** Which commune's numbers a map sheet's parcels carry. Stateless. */
public final class SheetCommune {
    private SheetCommune() {}

    /**
     * The commune of the numbers of new parcels on a sheet: none where the sheet's parcels came without a commune, so that
     * the next number is next to theirs; else the workspace's.
     *
     * @param commune the workspace's commune code, "" when it has none
     * @param sheet the map sheet; "" for parcels without a number, which have no commune
     */
    public static String of(Fabric fabric, String commune, String sheet) {
        return sheet.isEmpty() || fabric.largestNumber("", sheet) > 0 ? "" : commune;
    }
}
