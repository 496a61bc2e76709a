package vn.diaba.app.text;

import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;

/** A language the program speaks, with the way it writes numbers. */
public enum Language {
    /** Vietnamese, the default: 1.234,5. */
    VIETNAMESE("vi", '.', ','),
    /** English: 1,234.5. */
    ENGLISH("en", ',', '.');

    private final String tag;
    private final char grouping;
    private final char decimal;

    Language(String tag, char grouping, char decimal) {
        this.tag = tag;
        this.grouping = grouping;
        this.decimal = decimal;
    }

    /** {@code vi} or {@code en}. */
    public String tag() {
        return tag;
    }

    /** The language with this tag; a region behind it ({@code vi-VN}, {@code en_US}) is not looked at. */
    public static Optional<Language> find(String tag) {
        String wanted = tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        for (Language language : values()) {
            if (language.tag.equals(wanted)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** Marks of thousands and decimals, independent of the machine's locale. */
    DecimalFormatSymbols symbols() {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(grouping);
        symbols.setDecimalSeparator(decimal);
        symbols.setMinusSign('-');
        symbols.setNaN("–");
        symbols.setInfinity("∞");
        return symbols;
    }
}
