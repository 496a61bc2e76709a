package vn.diaba.app;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The arrows between rooms, read from a table of lines {@code room: room room}. {@code a.{b c}} is short for {@code a.b
 * a.c}, {@code a.*} for all rooms of {@code a}; a line may begin with several rooms, {@code a.b|c}.
 */
final class Rooms {
    private static final String BASE = "vn.diaba.";

    private final Map<String, Set<String>> arrows = new TreeMap<>();

    Rooms(String table) {
        List<String[]> lines = table.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split(":", 2))
                .toList();
        for (String[] line : lines) {
            heads(line[0].strip()).forEach(room -> arrows.put(room, new TreeSet<>()));
        }
        for (String[] line : lines) {
            heads(line[0].strip()).forEach(room -> arrows.get(room).addAll(targets(line[1], room)));
        }
    }

    private static List<String> heads(String text) {
        String module = text.contains(".") ? text.substring(0, text.indexOf('.') + 1) : "";
        return Stream.of(text.substring(module.length()).split("\\|"))
                .map(name -> module + name)
                .toList();
    }

    private Set<String> targets(String text, String room) {
        Set<String> targets = new TreeSet<>();
        for (String word : text.replaceAll("\\{\\s+", "{").split("\\s+(?![^{]*})")) {
            for (String part : word.isBlank() ? List.<String>of() : spread(word.strip())) {
                if (part.endsWith(".*")) {
                    String module = part.substring(0, part.length() - 1);
                    arrows.keySet().stream().filter(r -> r.startsWith(module)).forEach(targets::add);
                } else if (arrows.containsKey(part)) {
                    targets.add(part);
                } else {
                    throw new IllegalArgumentException(room + " points to " + part + ", which is no room");
                }
            }
        }
        targets.remove(room);
        return targets;
    }

    private static List<String> spread(String word) {
        int open = word.indexOf('{');
        if (open < 0) {
            return List.of(word);
        }
        String module = word.substring(0, open);
        return Arrays.stream(word.substring(open + 1, word.length() - 1).split("[\\s,]+"))
                .map(name -> module + name)
                .toList();
    }

    /** The room of a package, or the package itself if the table has none for it. */
    private static String roomOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("vn.diaba.app") ? "app" : name.startsWith(BASE) ? name.substring(BASE.length()) : name;
    }

    /** Every class in a room that is not in the table, and every arrow that is not, with one class that draws it. */
    List<String> faults(Collection<JavaClass> classes) {
        Map<String, String> faults = new TreeMap<>();
        for (JavaClass type : classes) {
            String from = roomOf(type);
            if (!arrows.containsKey(from)) {
                faults.put("room missing from the table: " + from, "");
                continue;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                String to = roomOf(target);
                if (target.getPackageName().startsWith(BASE)
                        && !to.equals(from)
                        && !arrows.get(from).contains(to)) {
                    faults.putIfAbsent(from + " → " + to, ": " + dependency.getDescription());
                }
            }
        }
        return faults.entrySet().stream()
                .map(fault -> fault.getKey() + fault.getValue())
                .toList();
    }

    /** A chain of rooms that ends where it began, or nothing. */
    List<String> cycle() {
        for (String room : arrows.keySet()) {
            List<String> way = new ArrayList<>(List.of(room));
            if (returns(room, room, new TreeSet<>(), way)) {
                return way;
            }
        }
        return List.of();
    }

    private boolean returns(String at, String home, Set<String> seen, List<String> way) {
        for (String next : arrows.get(at)) {
            if (next.equals(home)) {
                way.add(next);
                return true;
            }
            if (seen.add(next)) {
                way.add(next);
                if (returns(next, home, seen, way)) {
                    return true;
                }
                way.remove(way.size() - 1);
            }
        }
        return false;
    }

    /** The same table without one arrow. */
    static String without(String table, String room, String target) {
        return table.lines()
                .map(line -> line.startsWith(room + ":") ? line.replaceAll("\\b" + target + "\\b", "") : line)
                .reduce("", (a, b) -> a + b + "\n");
    }
}
