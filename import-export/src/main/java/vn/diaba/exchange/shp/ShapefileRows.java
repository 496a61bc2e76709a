package vn.diaba.exchange.shp;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;

/** Record after record of an opened shapefile. Confined to one thread. */
final class ShapefileRows implements RowSource {
    private static final int RECORD_HEADER = 8;

    private final FileWindow shp;
    private final ShxIndex index;
    private final Optional<DbfRows> dbf;
    private final IssueLog issues;
    private final ShapeDecoder decoder = new ShapeDecoder();
    private final @Nullable Object[] noValues;
    private int next;
    private boolean zSaid;
    private boolean mSaid;

    ShapefileRows(FileWindow shp, ShxIndex index, Optional<DbfRows> dbf, IssueLog issues) {
        this.shp = shp;
        this.index = index;
        this.dbf = dbf;
        this.issues = issues;
        this.noValues = new Object[dbf.map(each -> each.columns().size()).orElse(0)];
    }

    @Override
    public @Nullable Row next() throws ImportException {
        while (next < index.count()) {
            int record = next++;
            @Nullable Object @Nullable [] values = noValues;
            if (dbf.isPresent() && record < dbf.get().count()) {
                values = dbf.get().values(record);
            }
            if (values != null) {
                return new Row(record + 1L, shape(record), values);
            }
        }
        return null;
    }

    private @Nullable RawShape shape(int record) throws ImportException {
        long length = index.length(record);
        if (length > FileWindow.LARGEST) {
            throw new ImportException("record-too-large", shp.name(), record + 1L);
        }
        try {
            RawShape shape = decoder.decode(shp.at(index.offset(record) + RECORD_HEADER, (int) length));
            sayWhatWasDropped();
            if (shape != null && decoder.reversedRing()) {
                say("ring-orientation", Severity.INFO, record, shape);
            }
            if (shape != null && decoder.byOrientation()) {
                say("holes-by-orientation", Severity.WARNING, record, shape);
            }
            return shape;
        } catch (ShapeDecoder.Unreadable unreadable) {
            issues.add(
                    Issue.ofFile(unreadable.code(), Severity.ERROR, shp.name()).atRecord(record + 1L));
            return null;
        }
    }

    private void say(String code, Severity severity, int record, RawShape shape) {
        issues.add(
                Issue.ofFile(code, severity, shp.name()).atRecord(record + 1L).at(shape.x(0), shape.y(0)));
    }

    private void sayWhatWasDropped() {
        if (decoder.zSeen() && !zSaid) {
            zSaid = true;
            issues.add(Issue.ofFile("z-dropped", Severity.INFO, shp.name()));
        }
        if (decoder.mSeen() && !mSaid) {
            mSaid = true;
            issues.add(Issue.ofFile("m-dropped", Severity.INFO, shp.name()));
        }
    }

    @Override
    public long expected() {
        return index.count();
    }

    @Override
    public void close() {
        shp.close();
        dbf.ifPresent(DbfRows::close);
    }
}
