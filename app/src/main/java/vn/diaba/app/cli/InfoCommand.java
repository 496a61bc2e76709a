package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.PastMoment;
import vn.diaba.app.workspace.Rights;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.store.backup.Backup;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.office.Token;
import vn.diaba.store.take.Lease;
import vn.diaba.store.workspace.CheckFacts;
import vn.diaba.store.workspace.Rung;
import vn.diaba.store.workspace.WorkspaceBackups;
import vn.diaba.store.workspace.WorkspaceSpec;
import vn.diaba.store.workspace.WorkspaceStore;

/** {@code diaba info}: what is in a workspace, in numbers. */
@Command(name = "info")
final class InfoCommand extends ReadingCommand {
    @Override
    Answer work(CommandRun run, OpenWorkspace open, PastMoment moment) throws Exception {
        Fabric land = moment.land();
        double area = 0;
        ParcelCursor cursor = land.cursor();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            area += cursor.at(slot) ? cursor.squareMetres() : 0;
        }
        return new Facts(
                open.store().spec(),
                open.crs().name(),
                land,
                area,
                isNow() ? open.store().lastCheck() : Optional.empty(),
                open.store().sync().unsent(),
                Safety.of(open.store(), run.clock()),
                Part.of(open),
                Rights.find(open.store()).map(token -> new Right(token, run.clock())));
    }

    /** The part of a zone that the workspace holds, and who else worked in the zone when it was synchronised last. */
    private record Part(boolean isPart, Fabric land, NumberReserve numbers, List<Lease> others) {
        static Part of(OpenWorkspace open) throws StoreException {
            return new Part(
                    open.store().sync().area().isPresent(),
                    open.fabric(),
                    open.numbers(),
                    open.store().sync().leases());
        }

        /** The sheets with reserved numbers, each once. */
        private List<NumberReserve.Run> sheets() {
            Map<String, NumberReserve.Run> sheets = new LinkedHashMap<>();
            numbers.runs().forEach(run -> sheets.putIfAbsent(run.commune() + "/" + run.sheet(), run));
            return List.copyOf(sheets.values());
        }

        void writeJson(JsonWriter json) throws IOException {
            json.flag("part", isPart).objects("numbers", sheets(), (inner, run) -> inner.text("sheet", run.sheet())
                    .number("left", numbers.left(land, run.commune(), run.sheet())));
            LeaseText.write(json, "others", others);
        }

        void writeText(TextLines lines) {
            if (isPart) {
                lines.say("info-part");
            }
            for (NumberReserve.Run run : sheets()) {
                lines.say("numbers-left", LeaseText.sheet(run), numbers.left(land, run.commune(), run.sheet()));
            }
            LeaseText.say(lines, "lease-other", others);
        }
    }

    /** What the land database said that its user may do. */
    private record Right(Token token, Clock clock) {
        void writeJson(JsonWriter json) throws IOException {
            json.object("rights", inner -> inner.text("user", token.user())
                    .text("role", token.role().word())
                    .text("until", token.expires().toString())
                    .flag("over", token.isOver(clock.instant())));
        }

        void writeText(TextLines lines) {
            boolean soon = token.isOver(clock.instant().plus(Rights.SOON));
            String code =
                    token.isOver(clock.instant()) ? "info-rights-over" : soon ? "info-rights-soon" : "info-rights";
            lines.say(code, token.user(), token.expires());
        }
    }

    /** How the workspace opened, and its backups. */
    private record Safety(
            Rung rung,
            Optional<Path> setAside,
            Optional<Backup> last,
            Optional<WorkspaceBackups.Stick> stick,
            Clock clock) {
        static Safety of(WorkspaceStore store, Clock clock) throws StoreException {
            return new Safety(
                    store.rung(),
                    store.setAside(),
                    store.backups().own().stream().findFirst(),
                    store.backups().stick(),
                    clock);
        }

        void writeJson(JsonWriter json) throws IOException {
            RungText.write(json, rung, setAside);
            if (last.isPresent()) {
                json.object("backup", inner -> BackupFacts.write(inner, last.get()));
            } else {
                json.nothing("backup");
            }
            BackupFacts.write(json, stick);
        }

        void writeText(TextLines lines) {
            lines.say(RungText.code(rung), RungText.aside(setAside));
            if (last.isPresent()) {
                lines.say(
                        "info-backup",
                        BackupFacts.when(last.get().made(), clock),
                        last.get().sequence());
            } else {
                lines.say("backup-none");
            }
            BackupFacts.say(lines, stick, clock);
        }
    }

    private record Facts(
            WorkspaceSpec spec,
            String crs,
            Fabric land,
            double area,
            Optional<CheckFacts> check,
            long unsent,
            Safety safety,
            Part part,
            Optional<Right> right)
            implements Answer {
        private static long count(Fabric land, Class<? extends LandRecord> kind) {
            long[] count = new long[1];
            land.forEachPlaceless(kind, one -> count[0]++);
            return count[0];
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.text("name", spec.name())
                    .number("parcels", land.parcelCount())
                    .number("corners", land.cornerCount())
                    .number("sharedSides", land.sharedSideCount())
                    .number("objects", land.objectCount())
                    .number("papers", count(land, Paper.class))
                    .number("attachments", count(land, Attachment.class))
                    .metres("areaM2", area)
                    .text("crs", "EPSG:" + spec.epsg());
            Optional<Extent> extent = land.index().extent();
            if (extent.isPresent()) {
                Extent e = extent.get();
                json.metresArray("extent", e.west(), e.south(), e.east(), e.north());
            } else {
                json.nothing("extent");
            }
            if (check.isPresent()) {
                CheckFacts last = check.get();
                json.object("violations", inner -> inner.number("error", last.errors())
                        .number("warning", last.warnings())
                        .number("logSequence", last.logSequence()));
            } else {
                json.nothing("violations");
            }
            json.number("unsent", unsent).number("newer", NewerKept.in(land));
            safety.writeJson(json);
            part.writeJson(json);
            if (right.isPresent()) {
                right.get().writeJson(json);
            }
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say("info-name", spec.name(), crs, spec.epsg());
            lines.say("info-counts", land.parcelCount(), land.cornerCount(), land.sharedSideCount(), area);
            if (land.objectCount() > 0) {
                lines.say("object-count", land.objectCount());
            }
            if (count(land, Paper.class) + count(land, Attachment.class) > 0) {
                lines.say("info-papers", count(land, Paper.class), count(land, Attachment.class));
            }
            land.index().extent().ifPresent(e -> lines.say("info-extent", e.west(), e.south(), e.east(), e.north()));
            if (check.isPresent()) {
                lines.say("info-check", check.get().errors(), check.get().warnings());
            } else {
                lines.say("info-no-check");
            }
            lines.say("info-unsent", unsent);
            NewerKept.say(lines, NewerKept.in(land));
            safety.writeText(lines);
            part.writeText(lines);
            right.ifPresent(one -> one.writeText(lines));
        }
    }
}
