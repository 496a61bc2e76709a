package vn.diaba.cadastre.cogo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads chains of point numbers: {@code 12-15,18,12}. Runs go up or down ({@code 8-5}) and keep leading zeros ({@code
 * 008-012}); numbers may have letters before them ({@code A1-A5}, {@code A1-5}). Parts are parted by comma, semicolon or
 * blanks; a name with a dash stands in quotation marks. Stateless.
 */
public final class PointChain {
    /** Points a chain may have; beyond it somebody mistyped. */
    public static final int MOST_POINTS = 10_000;

    private static final Pattern TOKEN = Pattern.compile("\"([^\"]*)\"|([^,;\\s\"]+)");
    private static final Pattern RUN = Pattern.compile("([\\p{L}_.]*)(\\d{1,9})-([\\p{L}_.]*)(\\d{1,9})");

    private PointChain() {}

    /**
     * Reads a chain.
     *
     * @return the names in order, at least one; a closed chain has its first name last again
     * @throws CogoException {@code chain-empty}; {@code chain-not-read} with the bad part; {@code chain-names-differ} with
     *     the run whose ends have different letters; {@code chain-too-long} with the run and the limit
     */
    public static List<String> parse(String text) throws CogoException {
        // A dash with blanks around it is still a run.
        String plain = text.strip().replaceAll("\\s*[-–]\\s*", "-");
        List<String> names = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(plain);
        int end = 0;
        while (tokens.find()) {
            requireGap(plain.substring(end, tokens.start()), names.isEmpty());
            end = tokens.end();
            if (tokens.group(1) != null) {
                names.add(tokens.group(1));
            } else {
                add(tokens.group(2), names);
            }
            if (names.size() > MOST_POINTS) {
                throw new CogoException("chain-too-long", tokens.group(), MOST_POINTS);
            }
        }
        requireGap(plain.substring(end), true);
        if (names.isEmpty()) {
            throw new CogoException("chain-empty");
        }
        return List.copyOf(names);
    }

    /** Between names: blanks and at most one comma or semicolon. */
    private static void requireGap(String between, boolean edge) throws CogoException {
        String marks = between.strip();
        if (marks.length() > (edge ? 0 : 1) || marks.contains("\"")) {
            throw new CogoException("chain-not-read", marks);
        }
    }

    private static void add(String token, List<String> names) throws CogoException {
        if (!token.contains("-")) {
            names.add(token);
            return;
        }
        Matcher run = RUN.matcher(token);
        if (!run.matches()) {
            throw new CogoException("chain-not-read", token);
        }
        String letters = run.group(1);
        if (!run.group(3).isEmpty() && !run.group(3).equals(letters)) {
            throw new CogoException("chain-names-differ", token);
        }
        int from = Integer.parseInt(run.group(2));
        int to = Integer.parseInt(run.group(4));
        if (Math.abs((long) to - from) >= MOST_POINTS) {
            throw new CogoException("chain-too-long", token, MOST_POINTS);
        }
        int width = run.group(2).startsWith("0") || run.group(4).startsWith("0")
                ? Math.max(run.group(2).length(), run.group(4).length())
                : 1;
        int step = to >= from ? 1 : -1;
        for (int n = from; n != to + step; n += step) {
            names.add(letters + String.format(Locale.ROOT, "%0" + width + "d", n));
        }
    }
}
