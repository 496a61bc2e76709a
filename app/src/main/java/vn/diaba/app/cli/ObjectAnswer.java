package vn.diaba.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.find.RecordId;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.object.ObjectAttributes;
import vn.diaba.cadastre.record.PlacedRecord;

/** Map objects and survey points as an answer: a list, or what an act did to them. */
final class ObjectAnswer {
    private final CommandRun run;
    private final OpenWorkspace open;

    /** Over a workspace in which acts are run. */
    ObjectAnswer(CommandRun run, OpenWorkspace open) {
        this.run = run;
        this.open = open;
    }

    /** Runs a command and tells what it did. */
    Answer applied(EditCommand command) throws Exception {
        ChangeSet act = Edits.apply(run, open, command).changes();
        List<PlacedRecord> now = new ArrayList<>();
        int removed = 0;
        for (Change change : act.changes()) {
            if (change.after() instanceof PlacedRecord placed) {
                now.add(placed);
            }
            removed += change.before() instanceof PlacedRecord && change.after() == null ? 1 : 0;
        }
        return new Act(act, now, removed);
    }

    /** The objects on some levels in a window, by level and label. */
    static Answer list(Fabric land, List<Integer> levels, @Nullable Extent window) {
        List<PlacedRecord> found = new ArrayList<>();
        if (window == null) {
            land.forEachObject(found::add);
        } else {
            land.index().objectsIn(window, found::add);
        }
        found.removeIf(one -> !levels.isEmpty() && !levels.contains(one.level()));
        found.sort(Comparator.comparingInt(PlacedRecord::level)
                .thenComparing(PlacedRecord::label)
                .thenComparing(PlacedRecord::id));
        return new Listed(found);
    }

    private static void write(JsonWriter json, PlacedRecord one) throws IOException {
        EastNorth first = one.shape().first();
        json.text("id", one.id().toString())
                .number("level", one.level())
                .text("shape", one.shape().kind().name().toLowerCase(Locale.ROOT))
                .text("label", one.label())
                .number("positions", one.shape().positions())
                .metresArray("place", first.east(), first.north())
                .object("attributes", inner -> {
                    for (String name : ObjectAttributes.NAMES) {
                        String text = ObjectAttributes.text(one, name);
                        if (!text.isEmpty() && !name.equals("level")) {
                            inner.text(name, text);
                        }
                    }
                });
    }

    private static String line(TextLines lines, PlacedRecord one) {
        return "%2d  %-5s  %s  %s  %s"
                .formatted(
                        one.level(),
                        one.shape().kind().name().toLowerCase(Locale.ROOT),
                        RecordId.shortId(one),
                        lines.messages().values().plain(one.shape().first()),
                        one.label());
    }

    private record Listed(List<PlacedRecord> objects) implements Answer {
        @Override
        public ExitCode exitCode() {
            return objects.isEmpty() ? ExitCode.ANSWER_IS_NO : ExitCode.DONE;
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.objects("objects", objects, ObjectAnswer::write);
        }

        @Override
        public void writeText(TextLines lines) {
            objects.forEach(one -> lines.line(line(lines, one)));
            lines.say("object-count", objects.size());
        }
    }

    private record Act(ChangeSet act, List<PlacedRecord> now, int removed) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            Edits.write(json, act).objects("objects", now, ObjectAnswer::write).number("removed", removed);
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say(act.label());
            now.forEach(one -> lines.line(line(lines, one)));
        }
    }
}
