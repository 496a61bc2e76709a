package vn.diaba.cadastre.rule;

import java.time.LocalDate;
import java.util.Set;

/**
 * The form of numbers that tell persons and organisations apart: 12 digits of the personal number (province of birth
 * registration, century and sex, year of birth, six at random), 9 of the older identity card, 10 of the tax code, with
 * three more for a branch. Immutable.
 *
 * @param birthPlaces what the first three digits of a personal number may be below 100; empty when no list is known
 * @param day nobody is born after it
 */
record IdNumber(Set<String> birthPlaces, LocalDate day) {
    private static final int CARD = 9;
    private static final int TAX = 10;
    private static final int PERSON = 12;
    private static final int BRANCH = 13;
    /** Places of birth from here on are abroad. */
    private static final int ABROAD = 100;

    private static final int FIRST_CENTURY = 1900;

    /** What is wrong with a number. */
    enum Fault {
        NONE,
        /** Not as many digits as any kind has, or other signs. */
        FORM,
        /** As many digits, but none that are given out. */
        VALUE
    }

    Fault faultOf(String written) {
        String text = written.replaceAll("[\\s.]", "");
        String digits = text.matches("\\d{10}-\\d{3}") ? text.replace("-", "") : text;
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Fault.FORM;
        }
        switch (digits.length()) {
            case CARD, TAX, BRANCH:
                return Fault.NONE;
            case PERSON:
                return isPersonal(digits) ? Fault.NONE : Fault.VALUE;
            default:
                return Fault.FORM;
        }
    }

    private boolean isPersonal(String digits) {
        String place = digits.substring(0, 3);
        boolean known = birthPlaces.isEmpty() || Integer.parseInt(place) >= ABROAD || birthPlaces.contains(place);
        int century = FIRST_CENTURY + 100 * ((digits.charAt(3) - '0') / 2);
        return known && century + Integer.parseInt(digits.substring(4, 6)) <= day.getYear();
    }
}
