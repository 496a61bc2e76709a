package vn.diaba.app.sync;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.central.ReceiptPaper;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.text.Messages;
import vn.diaba.store.sync.ReceiptFile;

/** The receipts of all syncs of the open workspace: one of them is open, to be read and printed. FX thread only. */
final class ReceiptShelf {
    private final Workspace workspace;
    private final Tongue tongue;
    private final ReadOnlyObjectWrapper<List<Path>> all = new ReadOnlyObjectWrapper<>(this, "all", List.of());
    private final ReadOnlyObjectWrapper<@Nullable OpenReceipt> open = new ReadOnlyObjectWrapper<>(this, "open");
    private final ReadOnlyObjectWrapper<@Nullable Path> printed = new ReadOnlyObjectWrapper<>(this, "printed");
    private final Map<Path, Instant> times = new HashMap<>();
    private Consumer<Exception> onFault = fault -> {};

    ReceiptShelf(Workspace workspace, Tongue tongue) {
        this.workspace = workspace;
        this.tongue = tongue;
    }

    void setOnFault(Consumer<Exception> action) {
        onFault = action;
    }

    void hold(List<SyncFacts.Written> written) {
        times.clear();
        for (SyncFacts.Written each : written) {
            if (each.time() != null) {
                times.put(each.file(), each.time());
            }
        }
        List<Path> receipts = written.stream().map(SyncFacts.Written::file).toList();
        all.set(receipts);
        OpenReceipt shown = open.get();
        if (shown != null && !receipts.contains(shown.file())) {
            close();
        }
    }

    void close() {
        open.set(null);
        printed.set(null);
    }

    /** All there are, newest first. */
    ReadOnlyObjectProperty<List<Path>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /** The one to be read; null for none. */
    ReadOnlyObjectProperty<@Nullable OpenReceipt> openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Where the open one was printed to; null before. */
    ReadOnlyObjectProperty<@Nullable Path> printedProperty() {
        return printed.getReadOnlyProperty();
    }

    /** When a receipt was written, in words. */
    String time(Path receipt) {
        Instant time = times.get(receipt);
        return time == null
                ? String.valueOf(receipt.getFileName())
                : tongue.messages().values().plain(time);
    }

    /** Takes one down to read it. */
    void open(Path receipt) {
        OpenReceipt shown = open.get();
        if (shown == null || !shown.file().equals(receipt)) {
            Messages messages = tongue.messages();
            workspace.beside(
                    "job-receipt-read",
                    (here, edit, progress) -> OpenReceipt.read(receipt, messages),
                    job -> {},
                    outcome -> take(outcome, read -> {
                        printed.set(null);
                        open.set(read);
                    }));
        }
    }

    /**
     * Prints the open one, the newest when none is, as PDF.
     *
     * @param landDatabase where it was sent, "" when not known
     */
    void print(Path target, String landDatabase) {
        OpenReceipt shown = open.get();
        if (shown == null && all.get().isEmpty()) {
            return;
        }
        Path file = shown == null ? all.get().get(0) : shown.file();
        Messages messages = tongue.messages();
        workspace.beside(
                "job-receipt",
                (here, edit, progress) -> {
                    ReceiptPaper.Heading heading =
                            new ReceiptPaper.Heading(here.store().spec().name(), here.person(), landDatabase);
                    new ReceiptPaper(messages, here.setting().clock().getZone())
                            .write(ReceiptFile.read(file), heading, target);
                    return target;
                },
                job -> {},
                outcome -> take(outcome, printed::set));
    }

    private <T> void take(JobOutcome<T> outcome, Consumer<T> done) {
        if (outcome instanceof JobOutcome.Done<T> value) {
            done.accept(value.value());
        } else if (outcome instanceof JobOutcome.Failed<T> failed) {
            onFault.accept(failed.cause());
        }
    }
}
