package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.diaba.cadastre.measure.CommonPoint;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * A text table of points known in two systems: one a line, {@code [name] east north east north} in metres with decimal
 * points, blanks, tabs or semicolons between them; {@code #} begins a remark. Stateless.
 */
final class CommonPointsFile {
    private static final long LARGEST_BYTES = 16 << 20;

    private CommonPointsFile() {}

    /**
     * Reads the table.
     *
     * @param leftOut names of points that a fit is not to take
     * @throws CommandFailure {@code common-points-wrong} with file, line number and line, {@code common-point-unknown} with
     *     a name left out that is not in the file
     */
    static List<CommonPoint> read(Path file, Set<String> leftOut) throws IOException, CommandFailure {
        if (Files.size(file) > LARGEST_BYTES) {
            throw new CommandFailure("common-points-wrong", file, 1, "");
        }
        List<CommonPoint> points = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String text =
                    lines.get(i).replace("\uFEFF", "").replaceAll("#.*", "").strip();
            if (!text.isEmpty()) {
                points.add(point(file, i + 1, text, points.size() + 1, leftOut));
            }
        }
        for (String name : leftOut) {
            if (points.stream().noneMatch(point -> point.name().equals(name))) {
                throw new CommandFailure("common-point-unknown", name);
            }
        }
        return points;
    }

    private static CommonPoint point(Path file, int line, String text, int count, Set<String> leftOut)
            throws CommandFailure {
        String[] words = text.split("[\\s;]+");
        int first = words.length - 4;
        try {
            if (first == 0 || first == 1) {
                String name = first == 1 ? words[0] : Integer.toString(count);
                return new CommonPoint(name, place(words, first), place(words, first + 2), !leftOut.contains(name));
            }
        } catch (IllegalArgumentException notNumbers) {
            throw new CommandFailure("common-points-wrong", file, line, text);
        }
        throw new CommandFailure("common-points-wrong", file, line, text);
    }

    private static EastNorth place(String[] words, int at) {
        return new EastNorth(Double.parseDouble(words[at]), Double.parseDouble(words[at + 1]));
    }
}
