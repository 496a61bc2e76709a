package vn.diaba.exchange.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects issues in the order they are met. Of each code the first {@value #KEPT_PER_CODE} are kept and all are
 * counted, so a hostile file cannot fill the memory. Safe for several threads.
 */
public final class IssueLog {
    /** Issues of one code that are kept in full. */
    public static final int KEPT_PER_CODE = 10_000;

    private final List<Issue> kept = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();

    /** Adds an issue, or only counts it when its code is full. */
    public synchronized void add(Issue issue) {
        long before = counts.merge(issue.code(), 1L, Long::sum) - 1;
        if (before < KEPT_PER_CODE) {
            kept.add(issue);
        }
    }

    /** The issues kept, in the order they were met. */
    public synchronized List<Issue> issues() {
        return List.copyOf(kept);
    }

    /** How often each code was met, by code; kept or not. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** How often a code was met; 0 when never. */
    public synchronized long count(String code) {
        return counts.getOrDefault(code, 0L);
    }
}
