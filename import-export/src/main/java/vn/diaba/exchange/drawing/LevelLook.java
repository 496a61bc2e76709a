package vn.diaba.exchange.drawing;

import java.util.Set;

/**
 * How a map level looks: ink by the colour index of the annex of layers (0 black, 1 blue, 2 green, 3 red, 4 yellow, 6
 * orange), lines and signs by what lies on the level. Yellow and the bright inks of the index are darkened, because paper and
 * screen are white here. Stateless.
 */
final class LevelLook {
    private static final String BLACK = "#1e1e1e";
    private static final String BLUE = "#0055d4";
    private static final String GREEN = "#008a1e";
    private static final String RED = "#e01010";
    private static final String YELLOW = "#8a7000";
    private static final String ORANGE = "#d06200";

    private static final int HOUSE_WALL = 14;
    private static final int HOUSE_LABEL = 15;
    private static final Set<Integer> THIN = Set.of(1, 5, 25, 34, 52, 53, 54, 55, 56, 57, 58);
    private static final Set<Integer> BORDERS = Set.of(40, 42, 46);
    private static final Set<Integer> CORRIDORS = Set.of(50, 59);
    private static final Set<Integer> STONES = Set.of(41, 43, 47, 51);
    private static final Set<Integer> SIGNS = Set.of(17, 18, 19);
    private static final Set<Integer> NAMES = Set.of(28, 39, 48);
    private static final Set<Integer> YELLOWS = Set.of(2, 4, 9, 11, 12, 13, 15, 16, 29, 48, 49);

    private LevelLook() {}

    /** The colour of a level as {@code #rrggbb}; level 0, of no map, is drawn as red as a draft. */
    static String ink(int level) {
        if (level == 1 || level == 3 || level == 5) {
            return ORANGE;
        }
        if (level >= 20 && level <= 28) {
            return BLUE;
        }
        if (level >= 30 && level <= 36 || level == 39) {
            return GREEN;
        }
        if (level == 0 || level == 50 || level == 51 || level == 59 || level == 61) {
            return RED;
        }
        return YELLOWS.contains(level) ? YELLOW : BLACK;
    }

    /** How its lines are drawn: {@code wall line thin corridor border}. */
    static String look(int level) {
        if (level == HOUSE_WALL) {
            return "wall";
        }
        if (BORDERS.contains(level)) {
            return "border";
        }
        if (CORRIDORS.contains(level)) {
            return "corridor";
        }
        return THIN.contains(level) ? "thin" : "line";
    }

    /** The sign of its points: {@code national control height sign stone detail}, "" for levels of texts. */
    static String mark(int level) {
        switch (level) {
            case 0:
                return "detail";
            case 6:
                return "national";
            case 7:
                return "height";
            case 8:
                return "control";
            default:
                return STONES.contains(level) ? "stone" : SIGNS.contains(level) ? "sign" : "";
        }
    }

    /** Whether its texts say how a house is built, shown where parcels have room for more than their number. */
    static boolean isHouse(int level) {
        return level == HOUSE_WALL || level == HOUSE_LABEL;
    }

    /** Whether its texts are names of places, shown at smaller scales than others. */
    static boolean isName(int level) {
        return NAMES.contains(level);
    }
}
