package vn.diaba.exchange.parcel;

import java.util.Comparator;
import vn.diaba.cadastre.model.Parcel;

/** The order lists of parcels have: commune, sheet, number, numbers as numbers. Stateless. */
final class ParcelOrder {
    static final Comparator<Parcel> BY_NUMBER = Comparator.comparing(
                    (Parcel parcel) -> parcel.number().commune())
            .thenComparing(parcel -> parcel.number().sheet(), ParcelOrder::compare)
            .thenComparing(parcel -> parcel.number().number(), ParcelOrder::compare)
            .thenComparing(parcel -> parcel.facts().sourceId(), ParcelOrder::compare)
            .thenComparing(Parcel::id);

    private ParcelOrder() {}

    /** Leading numbers by value, then the rest as text; nothing comes last. */
    private static int compare(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        String digitsA = digits(a);
        String digitsB = digits(b);
        int byLength = Integer.compare(digitsA.length(), digitsB.length());
        int byDigits = byLength != 0 ? byLength : digitsA.compareTo(digitsB);
        return byDigits != 0 ? byDigits : a.compareTo(b);
    }

    private static String digits(String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end).replaceFirst("^0+(?=\\d)", "");
    }
}
