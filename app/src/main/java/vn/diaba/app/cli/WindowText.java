package vn.diaba.app.cli;

import vn.diaba.cadastre.measure.Extent;

/** Reads a window of the map from the command line. Stateless. */
final class WindowText {
    private WindowText() {}

    /** Two opposite corners, east before north, metres; whichever come first. */
    static Extent extent(String text, String option, String command) throws CommandFailure {
        String[] n = text.strip().split("[\\s,;]+");
        try {
            if (n.length == 4) {
                double east = Double.parseDouble(n[0]);
                double north = Double.parseDouble(n[1]);
                double otherEast = Double.parseDouble(n[2]);
                double otherNorth = Double.parseDouble(n[3]);
                return new Extent(
                        Math.min(east, otherEast),
                        Math.min(north, otherNorth),
                        Math.max(east, otherEast),
                        Math.max(north, otherNorth));
            }
        } catch (IllegalArgumentException notNumbers) {
            throw CommandFailure.usage("usage-value-wrong", text, option, command);
        }
        throw CommandFailure.usage("usage-value-wrong", text, option, command);
    }
}
