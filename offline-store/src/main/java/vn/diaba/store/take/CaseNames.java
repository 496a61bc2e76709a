package vn.diaba.store.take;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.record.CaseFile;

/** How people name cases: by the office's number, whatever its letters, or by the id. Stateless. */
public final class CaseNames {
    private static final int SHOWN = 10;

    private CaseNames() {}

    /** All cases a text may mean: two workspaces may have given one number before they met. */
    public static List<CaseFile> all(Fabric land, String text) {
        String wanted = plain(text);
        return land.cases().stream()
                .filter(one -> plain(one.number()).equals(wanted)
                        || one.id().toString().equals(wanted))
                .toList();
    }

    /** Numbers of some cases that are there, those like a text before others, "" when there are none. */
    public static String candidates(Fabric land, String text) {
        String wanted = plain(text);
        List<String> numbers = land.cases().stream().map(CaseFile::number).toList();
        List<String> like = numbers.stream()
                .filter(number -> plain(number).contains(wanted) || wanted.contains(plain(number)))
                .toList();
        return (like.isEmpty() ? numbers : like).stream().limit(SHOWN).collect(Collectors.joining(", "));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
