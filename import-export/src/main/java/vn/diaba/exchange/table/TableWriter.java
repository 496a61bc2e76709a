package vn.diaba.exchange.table;

import java.nio.file.Path;
import vn.diaba.cadastre.progress.Progress;

/** Writes one format. Safe: writers keep nothing between calls. The same table gives the same bytes. */
public interface TableWriter {
    /** The format's permanent id, its usual extension. */
    String id();

    /**
     * Writes all rows that are left in the table, then puts the file (all its parts) in place of an older one.
     *
     * @param table read to its end, not closed
     * @param target with the extension wanted; its folder must exist
     * @param issues takes what the format could not hold as it is: names cut, values cut
     * @param progress is told the rows written
     * @return rows written
     * @throws ExportException when it cannot be done; the target is as it was and nothing is left beside it
     * @throws vn.diaba.cadastre.progress.CancelledException when stopped; the same holds
     */
    long write(FeatureTable table, Path target, IssueLog issues, Progress progress) throws ExportException;
}
