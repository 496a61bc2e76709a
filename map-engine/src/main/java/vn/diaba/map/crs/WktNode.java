package vn.diaba.map.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One bracketed element of a coordinate system's text, of either WKT generation: a keyword and its values, which are quoted
 * texts, bare words or further elements. Only what is needed to recognise a system is read here. Immutable.
 */
record WktNode(String keyword, List<String> values, List<WktNode> children) {
    private static final int MAX_DEPTH = 40;

    /** The element the text starts with; empty if it is not well formed. */
    static Optional<WktNode> parse(String text) {
        return new Parser(text).root();
    }

    /** The first value, without quotes: the element's name. */
    String name() {
        return values.isEmpty() ? "" : values.get(0);
    }

    Optional<WktNode> child(String... keywords) {
        return children.stream()
                .filter(node -> List.of(keywords).contains(node.keyword))
                .findFirst();
    }

    /** The value of the {@code PARAMETER} of this name, letter case and underscores aside. */
    OptionalDouble parameter(String name) {
        return children.stream()
                .filter(node ->
                        node.keyword.equals("PARAMETER") && plain(node.name()).equals(plain(name)))
                .mapToDouble(node -> node.number(1))
                .findFirst();
    }

    /** The value at this place as a number; NaN if there is none. */
    double number(int index) {
        try {
            return index < values.size() ? Double.parseDouble(values.get(index)) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Optional<WktNode> root() {
            skipBlank();
            if (at < text.length() && text.charAt(at) == '\uFEFF') {
                at++;
            }
            WktNode node = element(word(), 0);
            skipBlank();
            return node == null || at != text.length() ? Optional.empty() : Optional.of(node);
        }

        private @org.jspecify.annotations.Nullable WktNode element(String keyword, int depth) {
            if (keyword.isEmpty() || depth > MAX_DEPTH || !takes("[(")) {
                return null;
            }
            List<String> values = new ArrayList<>();
            List<WktNode> children = new ArrayList<>();
            do {
                skipBlank();
                if (at < text.length() && text.charAt(at) == '"') {
                    int end = text.indexOf('"', at + 1);
                    if (end < 0) {
                        return null;
                    }
                    values.add(text.substring(at + 1, end));
                    at = end + 1;
                    continue;
                }
                String word = word();
                skipBlank();
                if (at < text.length() && "[(".indexOf(text.charAt(at)) >= 0) {
                    WktNode child = element(word, depth + 1);
                    if (child == null) {
                        return null;
                    }
                    children.add(child);
                } else {
                    values.add(word);
                }
            } while (takes(","));
            return takes("])")
                    ? new WktNode(keyword.toUpperCase(Locale.ROOT), List.copyOf(values), List.copyOf(children))
                    : null;
        }

        private String word() {
            skipBlank();
            int start = at;
            while (at < text.length() && "[](),\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at).strip();
        }

        private boolean takes(String oneOf) {
            skipBlank();
            boolean takes = at < text.length() && oneOf.indexOf(text.charAt(at)) >= 0;
            at += takes ? 1 : 0;
            return takes;
        }

        private void skipBlank() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
