package vn.diaba.store.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows of the tables that cannot be made again from the journal, as SQL that puts them into empty tables: the part of a
 * database that a backup must hold. Stateless.
 */
final class StateRows {
    private StateRows() {}

    /** Lines that insert all rows of all tables but the derived ones; the first names the tables. */
    static List<String> of(Connection admin, Set<String> derived) throws SQLException {
        Set<String> tables = tables(admin);
        tables.removeAll(derived);
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", tables));
        if (!tables.isEmpty()) {
            try (Statement statement = admin.createStatement();
                    ResultSet script = statement.executeQuery(
                            "SCRIPT SIMPLE COLUMNS NOPASSWORDS NOSETTINGS TABLE " + quoted(tables))) {
                while (script.next()) {
                    String line = script.getString(1);
                    if (line.startsWith("INSERT INTO ")) {
                        // A literal never holds a line break: H2 writes such text with escapes.
                        lines.add(line.replace('\n', ' '));
                    }
                }
            }
        }
        return lines;
    }

    /** Puts rows into their tables in place of what these have; inside the caller's transaction. */
    static void take(Connection admin, List<String> lines) throws SQLException {
        Set<String> here = tables(admin);
        Set<String> tables = new TreeSet<>(List.of(lines.get(0).split(",")));
        tables.retainAll(here);
        try (Statement statement = admin.createStatement()) {
            for (String table : tables) {
                statement.execute("DELETE FROM \"" + table + "\"");
            }
            for (String line : lines.subList(1, lines.size())) {
                statement.execute(line);
            }
        }
        restartCounters(admin, tables);
    }

    /** Lets numbers given by tables go on behind the highest there. */
    static void restartCounters(Connection admin, Set<String> tables) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            for (String[] counter : counters(admin, tables)) {
                String sql = "SELECT COALESCE(MAX(\"" + counter[1] + "\"), 0) + 1 FROM \"" + counter[0] + "\"";
                long next;
                try (ResultSet row = statement.executeQuery(sql)) {
                    row.next();
                    next = row.getLong(1);
                }
                statement.execute(
                        "ALTER TABLE \"" + counter[0] + "\" ALTER COLUMN \"" + counter[1] + "\" RESTART WITH " + next);
            }
        }
    }

    private static Set<String> tables(Connection admin) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES "
                        + "WHERE TABLE_SCHEMA = 'PUBLIC' AND TABLE_TYPE = 'BASE TABLE'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        tables.remove(Schema.HISTORY);
        return tables;
    }

    private static List<String[]> counters(Connection admin, Set<String> tables) throws SQLException {
        List<String[]> counters = new ArrayList<>();
        try (Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery("SELECT TABLE_NAME, COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS "
                        + "WHERE TABLE_SCHEMA = 'PUBLIC' AND IS_IDENTITY = 'YES'")) {
            while (row.next()) {
                if (tables.contains(row.getString(1))) {
                    counters.add(new String[] {row.getString(1), row.getString(2)});
                }
            }
        }
        return counters;
    }

    private static String quoted(Set<String> tables) {
        return String.join(
                ", ", tables.stream().map(table -> "\"" + table + "\"").toList());
    }
}
