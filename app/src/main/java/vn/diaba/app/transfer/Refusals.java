package vn.diaba.app.transfer;

import vn.diaba.app.edit.Refusal;
import vn.diaba.exchange.table.ExportException;
import vn.diaba.exchange.table.ImportException;

/** Why a file could not be read or written, as a sentence's code. Stateless. */
final class Refusals {
    private Refusals() {}

    /** The reason in what was thrown. */
    static Refusal of(Exception thrown) {
        if (thrown instanceof ImportException e) {
            return new Refusal(e.code(), e.arguments());
        }
        if (thrown instanceof ExportException e) {
            return new Refusal(e.code(), e.arguments());
        }
        return Refusal.of(thrown);
    }
}
