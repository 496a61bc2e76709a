package vn.diaba.cadastre.union;

import java.util.HashMap;
import java.util.Map;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.NumberReserve;
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
        long before = last.getOrDefault(key, 0L);
        long number = fabric.nextNumber(cited.commune(), cited.sheet(), before);
        last.put(key, number == 0 ? Long.MAX_VALUE : number);
        return new ParcelNumber(cited.commune(), cited.sheet(), NumberReserve.text(number));
    }
}
