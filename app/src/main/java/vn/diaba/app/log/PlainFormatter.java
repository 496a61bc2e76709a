package vn.diaba.app.log;

import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** The JDK's own lines without what may name a person, causes included. Safe. */
final class PlainFormatter extends SimpleFormatter {
    @Override
    public String format(LogRecord entry) {
        return Redaction.of(super.format(entry));
    }
}
