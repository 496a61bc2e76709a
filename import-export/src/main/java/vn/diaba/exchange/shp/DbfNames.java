package vn.diaba.exchange.shp;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Field names a dBase table can hold: ten letters, digits and underscores, each name once. Safe. */
final class DbfNames {
    private static final int LONGEST = 10;

    private DbfNames() {}

    /** A name for each column, in order; unchanged where it fits. {@code Số thửa đất} becomes {@code So_thua_da}. */
    static List<String> of(List<String> columns) {
        Set<String> taken = new HashSet<>();
        List<String> out = new ArrayList<>();
        for (String column : columns) {
            String base = plain(column);
            String name = base.substring(0, Math.min(LONGEST, base.length()));
            for (int k = 1; !taken.add(name.toUpperCase(Locale.ROOT)); k++) {
                String end = "_" + k;
                name = base.substring(0, Math.min(LONGEST - end.length(), base.length())) + end;
            }
            out.add(name);
        }
        return out;
    }

    private static String plain(String column) {
        String plain = Normalizer.normalize(column.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9_]+", "_");
        return plain.isEmpty() ? "field" : plain;
    }
}
