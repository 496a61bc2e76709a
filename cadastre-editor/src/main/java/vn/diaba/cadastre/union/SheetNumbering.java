package vn.diaba.cadastre.union;

import java.util.HashMap;
import java.util.Map;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelNumber;

/** Hands out the next numbers of each sheet within one act. Confined to one thread. */
final class SheetNumbering {
    private final Fabric fabric;
    private final Map<ParcelNumber, Long> last = new HashMap<>();

    SheetNumbering(Fabric fabric) {
        this.fabric = fabric;
    }

    /** The next number on the sheet of a cited parcel. */
    ParcelNumber after(ParcelNumber cited) {
        ParcelNumber key = new ParcelNumber(cited.commune(), ParcelNumber.canonical(cited.sheet()), "");
        long number = last.getOrDefault(key, fabric.largestNumber(cited.commune(), cited.sheet())) + 1;
        last.put(key, number);
        return new ParcelNumber(cited.commune(), cited.sheet(), Long.toString(number));
    }
}
