package vn.diaba.store.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.db.LocalDatabase;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.UuidRows;
import vn.diaba.store.key.KeyException;

/**
 * Compares tables with the journal they follow. The database proves nothing about the bytes of a row; the journal's
 * records are bound by their hashes, so tables that say the same are right. Confined to one thread, used once.
 */
final class TableProof {
    private static final String ROWS =
            "SELECT SEQUENCE, ID, LABEL, ORIGIN, CASE_ID, AUTHOR, MADE_AT, REVERTS, CHANGES, "
                    + "SEGMENT, POSITION, RECORD_HASH FROM LOG_ENTRY ORDER BY SEQUENCE";

    private static final Logger LOG = Logger.getLogger(TableProof.class.getName());

    private final RecordActs acts;
    private final Iterator<String> rows;
    private Fabric land = Fabric.empty();
    private boolean holds = true;

    private TableProof(RecordActs acts, List<String> rows) {
        this.acts = acts;
        this.rows = rows.iterator();
    }

    /**
     * Whether the entries in the tables are those of the journal, and the land that was read from the tables is the one
     * all records give.
     *
     * @throws StoreException {@code journal-damaged} with the place, {@code journal-unreadable}, {@code store-failed}
     */
    static boolean holds(LocalDatabase database, Journal journal, RecordActs acts, Fabric land) throws StoreException {
        TableProof proof = new TableProof(acts, database.read(TableProof::rows));
        journal.visit(0, proof::record);
        return proof.holds && !proof.rows.hasNext() && proof.isLandOf(land);
    }

    /** Bodies of rows are unpacked when somebody looks at them, so a bad one may come to light no sooner than here. */
    private boolean isLandOf(Fabric read) {
        try {
            return land.equals(read);
        } catch (RuntimeException bad) {
            // Whatever it is that such a row breaks, the land is not to be trusted and is made again.
            LOG.log(Level.FINE, "a row cannot be unpacked", bad);
            return false;
        }
    }

    private void record(Journal.Place place, byte[] payload) throws StoreException {
        try {
            ChangeSet act = acts.of(LogRecord.of(payload));
            land = land.apply(act);
            holds &= rows.hasNext() && rows.next().equals(row(act, place));
        } catch (CodecException | KeyException | IllegalArgumentException e) {
            throw new StoreException("journal-damaged", List.of("", place.position(), place.sequence()), e);
        }
    }

    private static String row(ChangeSet act, Journal.Place place) {
        return text(place.sequence(), act.id(), act.label(), act.origin().name(), act.caseId(), act.author())
                + text(act.time(), act.reverts(), act.changes().size())
                + text(place.segment(), place.position(), HexFormat.of().formatHex(place.hash()));
    }

    private static List<String> rows(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ROWS);
                ResultSet row = select.executeQuery()) {
            List<String> rows = new java.util.ArrayList<>();
            while (row.next()) {
                UUID caseId = UuidRows.findId(row, "CASE_ID");
                rows.add(text(
                                row.getLong("SEQUENCE"),
                                UuidRows.id(row, "ID"),
                                row.getString("LABEL"),
                                row.getString("ORIGIN"),
                                caseId,
                                row.getString("AUTHOR"))
                        + text(UuidRows.time(row, "MADE_AT"), UuidRows.findId(row, "REVERTS"), row.getInt("CHANGES"))
                        + text(
                                row.getLong("SEGMENT"),
                                row.getLong("POSITION"),
                                HexFormat.of().formatHex(row.getBytes("RECORD_HASH"))));
            }
            return rows;
        }
    }

    private static String text(@Nullable Object... values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            text.append(value).append('\n');
        }
        return text.toString();
    }
}
