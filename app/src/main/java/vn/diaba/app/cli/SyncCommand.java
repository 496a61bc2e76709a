package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.diaba.app.central.FileLine;
import vn.diaba.app.central.LandLine;
import vn.diaba.app.central.OfficeData;
import vn.diaba.app.conflict.DeclinedText;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.sync.Backlog;
import vn.diaba.store.sync.Conflict;
import vn.diaba.store.sync.OutboxRow;
import vn.diaba.store.sync.Resolution;
import vn.diaba.store.sync.SyncOutcome;
import vn.diaba.store.sync.SyncPlan;
import vn.diaba.store.sync.SyncReceipt;
import vn.diaba.store.take.Lease;

/** {@code diaba sync}: brings a workspace and the land database together. */
@Command(name = "sync")
final class SyncCommand extends WorkspaceCommand {
    @Option(names = "--central", paramLabel = "URL")
    private String url = "";

    @Option(names = "--to-file", paramLabel = "F")
    private @Nullable Path toFile;

    @Option(names = "--from-file", paramLabel = "R")
    private @Nullable Path fromFile;

    private static final SyncPlan.Files NO_FILES = new SyncPlan.Files(0, 0);

    @Option(names = "--zone", paramLabel = "Z")
    private @Nullable Integer zone;

    @Mixin
    private SignInFlags signIn = new SignInFlags();

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--resolve", paramLabel = "mine|theirs|ask")
    private String resolve = "ask";

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        Resolution policy = policy();
        if (toFile != null) {
            String address = url.isEmpty() ? FileLine.SCHEME : url;
            if (!address.startsWith(FileLine.SCHEME) || dryRun) {
                throw CommandFailure.usage("usage-value-wrong", url, "--central", "diaba sync --to-file");
            }
            return new Packed(FileLine.write(open, address, toFile, zone, List.of()), toFile.toString());
        }
        if (fromFile != null) {
            FileLine.Read read = FileLine.read(open, fromFile, policy, run.progress());
            return new CarriedAnswer(answer(run, open, scoped(read.outcome()), Notes.NONE), read);
        }
        String there = landDatabase(open, url, "diaba sync");
        try (LandLine line = LandLine.open(there, open, signIn.credentials(run, there))) {
            if (dryRun) {
                SyncPlan plan = line.plan(open, policy);
                return new Synced(
                        new Counts(
                                plan.pulls(),
                                plan.pushes().size(),
                                plan.merged(),
                                plan.blocked().size(),
                                0,
                                plan.forHandIn().size(),
                                NewerKept.in(open.fabric()),
                                lostHere(open),
                                plan.files()),
                        ConflictText.of(LandLine.undecided(open, plan, policy), open, run.messages()),
                        List.of(),
                        null,
                        Notes.NONE);
            }
            SyncOutcome outcome = scoped(line.sync(open, zone, policy, run.progress()));
            return answer(
                    run,
                    open,
                    outcome,
                    new Notes(
                            line.receipt().map(path -> path.toString()).orElse(""),
                            line.receiptFault().map(fault -> fault.code()).orElse(""),
                            outcome instanceof SyncOutcome.ReadOnly,
                            new Near(line.others(), line.intruded()),
                            new Office(
                                    line.office(),
                                    line.officeFault().map(SyncCommand::code).orElse(""))));
        }
    }

    private static String code(Exception fault) {
        return fault instanceof RemoteException said ? said.code() : ((StoreException) fault).code();
    }

    private static List<OutboxRow> lostHere(OpenWorkspace open) throws StoreException {
        return open.store().sync().pending().stream()
                .filter(OutboxRow::isLostAtCentre)
                .toList();
    }

    private static SyncOutcome scoped(SyncOutcome outcome) throws CommandFailure {
        if (outcome instanceof SyncOutcome.NeedsScope scope) {
            throw CommandFailure.usage(
                    "sync-needs-scope",
                    scope.zones().size(),
                    String.join(
                            ", ",
                            scope.zones().stream()
                                    .map(zone -> zone.zone() + " " + zone.name())
                                    .toList()));
        }
        return outcome;
    }

    private record Packed(int pushes, String file) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.number("packed", pushes).text("file", file);
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say("sync-packed", pushes, file);
        }
    }

    private Resolution policy() throws CommandFailure {
        switch (resolve) {
            case "mine":
                return Resolution.KEEP_MINE;
            case "theirs":
                return Resolution.TAKE_THEIRS;
            case "ask":
                return Resolution.ASK;
            default:
                throw CommandFailure.usage("usage-value-wrong", resolve, "--resolve", "diaba sync");
        }
    }

    private static Answer answer(CommandRun run, OpenWorkspace open, SyncOutcome outcome, Notes notes)
            throws StoreException {
        List<Conflict> conflicts = List.of();
        List<SyncOutcome.Declined> declined = List.of();
        SyncReceipt receipt;
        if (outcome instanceof SyncOutcome.NeedsDecision waiting) {
            receipt = waiting.receipt();
            conflicts = waiting.conflicts();
        } else if (outcome instanceof SyncOutcome.Refused refused) {
            receipt = refused.receipt();
            declined = refused.declined();
        } else if (outcome instanceof SyncOutcome.Synced synced) {
            receipt = synced.receipt();
        } else if (outcome instanceof SyncOutcome.ReadOnly only) {
            receipt = only.receipt();
        } else {
            receipt = ((SyncOutcome.UpToDate) outcome).receipt();
        }
        // A change set that is found accepted, by a receipt or after a cut line, was sent as well.
        int acknowledged = (int) receipt.lines().stream()
                .filter(line -> line.fate().equals("acknowledged"))
                .count();
        Held held = Held.of(open);
        Counts counts = new Counts(
                receipt.pulled(),
                receipt.pushed() + acknowledged,
                receipt.merged(),
                held.waiting,
                held.proposed,
                held.forHandIn,
                held.newer,
                held.lost,
                NO_FILES);
        return new Synced(counts, ConflictText.of(conflicts, open, run.messages()), declined, receipt, notes);
    }

    /** Who else works here, and whose place something was sent of. */
    private record Near(List<Lease> others, List<Lease> intruded) {
        static final Near NOBODY = new Near(List.of(), List.of());
    }

    /** What came of the office's files, or why nothing could. */
    private record Office(OfficeData data, String fault) {
        static final Office NOTHING = new Office(OfficeData.NONE, "");
    }

    /** What is to be said beside: where the receipt lies or why there is none, and whether nothing could be sent. */
    private record Notes(String receiptFile, String receiptFault, boolean readOnly, Near near, Office office) {
        static final Notes NONE = new Notes("", "", false, Near.NOBODY, Office.NOTHING);
    }

    /**
     * Change sets that wait here, those that wait at the land database for approval, those here that wait for their case,
     * records of newer kinds, and what the land database lost.
     */
    private record Held(int waiting, int proposed, int forHandIn, int newer, List<OutboxRow> lost) {
        static Held of(OpenWorkspace open) throws StoreException {
            Backlog backlog = open.store().sync().backlog(open.fabric());
            int waiting = open.store().sync().unsent() - backlog.proposed();
            return new Held(
                    waiting, backlog.proposed(), backlog.forHandIn(), NewerKept.in(open.fabric()), lostHere(open));
        }
    }

    /**
     * Change sets taken over and sent, objects merged, change sets that wait here, for approval, and for their case; records of
     * newer kinds that are kept; what the land database lost and others must offer again; contents that would be sent.
     */
    private record Counts(
            int pulled,
            int pushed,
            int merged,
            int blocked,
            int proposed,
            int forHandIn,
            int newer,
            List<OutboxRow> lost,
            SyncPlan.Files files) {}

    private record Synced(
            Counts counts,
            ConflictText conflicts,
            List<SyncOutcome.Declined> declined,
            @Nullable SyncReceipt receipt,
            Notes notes)
            implements Answer {
        @Override
        public ExitCode exitCode() {
            return conflicts.all().isEmpty() && declined.isEmpty() && !notes.readOnly
                    ? ExitCode.DONE
                    : ExitCode.ANSWER_IS_NO;
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.number("pulled", counts.pulled)
                    .number("pushed", counts.pushed)
                    .number("merged", counts.merged)
                    .number("blocked", counts.blocked)
                    .number("proposed", counts.proposed)
                    .number("waitsForHandIn", counts.forHandIn)
                    .number("newer", counts.newer)
                    .objects("lost", counts.lost, (inner, row) -> inner.text(
                                    "changeSet", row.id().toString())
                            .text("label", row.act().label())
                            .text("author", row.act().author())
                            .text("time", row.act().time().toString())
                            .number("objects", row.act().changes().size()));
            conflicts.write(json);
            json.objects("refused", declined, (inner, refused) -> inner.text(
                                    "changeSet", refused.id().toString())
                            .text("label", refused.label())
                            .text("verdict", refused.verdict()))
                    .number("files", counts.files.count())
                    .number("fileBytes", counts.files.bytes())
                    .flag("dryRun", receipt == null)
                    .flag("readOnly", notes.readOnly)
                    .text("receiptFile", notes.receiptFile.isEmpty() ? null : notes.receiptFile)
                    .text("receiptFault", notes.receiptFault.isEmpty() ? null : notes.receiptFault);
            OfficeText.write(json, notes.office.data);
            json.text("officeFault", notes.office.fault.isEmpty() ? null : notes.office.fault);
            LeaseText.write(json, "others", notes.near.others);
            LeaseText.write(json, "intruded", notes.near.intruded);
            List<SyncReceipt.Line> lines = receipt == null ? List.of() : receipt.lines();
            json.objects("receipt", lines, (inner, line) -> inner.text(
                            "changeSet", line.id().toString())
                    .text("fate", line.fate())
                    .text("hash", line.hash())
                    .text("time", line.time().toString()));
        }

        @Override
        public void writeText(TextLines lines) {
            if (receipt != null && receipt.isWholeZone()) {
                lines.say("sync-whole-zone");
            }
            lines.say(
                    receipt == null ? "sync-would" : "sync-done",
                    receipt == null ? counts.pulled : receipt.changesPulled(),
                    counts.pushed,
                    counts.merged);
            if (counts.files.count() > 0) {
                lines.say("sync-would-send-files", counts.files.count(), counts.files.bytes());
            }
            if (counts.blocked > 0) {
                lines.say(receipt == null ? "sync-would-wait" : "sync-waiting", counts.blocked);
            }
            if (counts.forHandIn > 0) {
                lines.say("sync-for-hand-in", counts.forHandIn);
            }
            if (counts.proposed > 0) {
                lines.say("sync-proposed", counts.proposed);
            }
            NewerKept.say(lines, counts.newer);
            for (OutboxRow row : counts.lost) {
                lines.say(
                        "lost-at-centre",
                        row.act().author(),
                        BackupFacts.when(row.act().time(), Clock.systemDefaultZone()),
                        lines.messages().sentence(row.act().label()),
                        row.act().changes().size());
            }
            conflicts.say(lines);
            for (SyncOutcome.Declined refused : declined) {
                lines.line(DeclinedText.of(refused, lines.messages()));
            }
            OfficeText.say(lines, notes.office.data);
            if (!notes.office.data.brought().isEmpty()) {
                lines.say("office-from-next-opening");
            }
            if (!notes.office.fault.isEmpty()) {
                lines.say("office-fault", notes.office.fault);
            }
            LeaseText.say(lines, "lease-other", notes.near.others);
            LeaseText.say(lines, "lease-intruded", notes.near.intruded);
            if (notes.readOnly) {
                lines.say("sync-read-only");
            }
            if (!notes.receiptFile.isEmpty()) {
                lines.say("sync-receipt", notes.receiptFile);
            }
            if (!notes.receiptFault.isEmpty()) {
                lines.say("sync-receipt-fault", notes.receiptFault);
            }
        }
    }
}
