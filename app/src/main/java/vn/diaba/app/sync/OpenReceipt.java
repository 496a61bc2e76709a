package vn.diaba.app.sync;

import java.nio.file.Path;
import java.util.List;
import vn.diaba.app.text.Messages;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.sync.ReceiptFile;
import vn.diaba.store.sync.SyncReceipt;

/**
 * A receipt taken down to be read. Immutable.
 *
 * @param file where it is kept
 * @param words what the sync did, in a sentence
 * @param lines every change set
 */
record OpenReceipt(Path file, String words, List<Line> lines) {
    /** Copies the list. */
    OpenReceipt {
        lines = List.copyOf(lines);
    }

    /** What became of a change set: its fate in words, its id, the hash of its payload, when. */
    record Line(String fate, String id, String hash, String time) {}

    static OpenReceipt read(Path file, Messages messages) throws StoreException {
        SyncReceipt receipt = ReceiptFile.read(file).receipt();
        String words = messages.sentence("sync-done", receipt.pulled(), receipt.pushed(), receipt.merged());
        return new OpenReceipt(file, words, lines(receipt, messages));
    }

    static List<Line> lines(SyncReceipt receipt, Messages messages) {
        return receipt.lines().stream()
                .map(one -> new Line(
                        messages.sentence("sync-fate." + one.fate()),
                        one.id().toString(),
                        one.hash(),
                        messages.values().plain(one.time())))
                .toList();
    }
}
