package vn.diaba.app.office;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.rule.Basis;

/**
 * A type of legal paper (loại giấy tờ). Immutable. That a paper does not fit its type is a reason to look twice, never to
 * refuse it: old papers are as they are.
 *
 * @param code as papers cite it
 * @param kind what sort of paper
 * @param name what people call it, in Vietnamese
 * @param nameEn the same in English, "" when the office gave none
 * @param forms how its number can be written: {@code #} a digit, {@code @} a letter, anything else itself, blanks of no
 *     account; none when any number will do
 * @param basis where it stands, and from when to when such papers were issued
 */
public record PaperType(String code, Kind kind, String name, String nameEn, List<String> forms, Basis basis) {
    /** What sort of paper. */
    public enum Kind {
        /** Says whose the land is. */
        CERTIFICATE,
        /** An act of an authority or a court. */
        DECISION,
        /** Made between those who hold land. */
        CONTRACT,
        /** Made by surveyors, or at the place. */
        SURVEY,
        /** Says who a person or body is. */
        IDENTITY,
        /** Anything else. */
        OTHER;

        static Optional<Kind> of(String word) {
            return Stream.of(values())
                    .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }

    /** Copies the forms. */
    public PaperType {
        forms = List.copyOf(forms);
    }

    /** What people call it in a language, Vietnamese where there is nothing else. */
    public String nameIn(Locale language) {
        return language.getLanguage().equals("en") && !nameEn.isEmpty() ? nameEn : name;
    }

    /** Whether such papers were issued on a day; also when the day is not known. */
    public boolean isIssuedOn(@Nullable LocalDate day) {
        return day == null || basis.holdsOn(day);
    }

    /** Whether a number can be one of its papers'; also when there is no number, or no form is known. */
    public boolean fits(String number) {
        String plain = plain(number);
        return plain.isEmpty() || forms.isEmpty() || forms.stream().anyMatch(form -> fits(plain(form), plain));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private static boolean fits(String form, String number) {
        if (form.length() != number.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char wanted = form.charAt(i);
            char is = number.charAt(i);
            boolean fits =
                    wanted == '#' ? is >= '0' && is <= '9' : wanted == '@' ? Character.isLetter(is) : wanted == is;
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
