package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.central.OfficeData;
import vn.diaba.app.central.Take;
import vn.diaba.app.central.TakePlan;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Setting;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.Reservation;

/** {@code diaba take}: takes a part of a zone to the field. */
@Command(name = "take")
final class TakeCommand implements CliCommand {
    private static final String NAME = "diaba take";
    private static final int NUMBERS = 50;

    @Parameters(index = "0", paramLabel = "W")
    private Path workspace = Path.of(".");

    @Option(names = "--central", required = true, paramLabel = "URL")
    private String url = "";

    @Option(names = "--zone", paramLabel = "Z")
    private @Nullable Integer zone;

    @Option(names = "--sheets", paramLabel = "S", split = ",")
    private List<String> sheets = List.of();

    @Option(names = "--extent", paramLabel = "E1,N1,E2,N2")
    private String extent = "";

    @Option(names = "--cases", paramLabel = "ID", split = ",")
    private List<String> cases = List.of();

    @Option(names = "--margin", paramLabel = "M")
    private double margin = Area.USUAL_MARGIN_METRES;

    @Option(names = "--numbers", paramLabel = "N")
    private int numbers = NUMBERS;

    @Option(names = "--attachments")
    private boolean attachments;

    @Option(names = "--end")
    private boolean end;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Mixin
    private SignInFlags signIn = new SignInFlags();

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private @Nullable Path passphraseFile;

    @Override
    public Answer run(CommandRun run) throws Exception {
        Area area = end ? Area.NONE : area();
        if (numbers < 0 || numbers > Reservation.MOST) {
            throw CommandFailure.usage("usage-value-wrong", numbers, "--numbers", NAME);
        }
        Path folder = workspace.toAbsolutePath().normalize();
        if (isThere(folder)) {
            try (OpenWorkspace open = WorkspaceCommand.open(run, folder, passphraseFile);
                    Take take = Take.into(open, url, signIn.credentials(run, url))) {
                return take(run, take, area, folder);
            }
        }
        Setting setting = WorkspaceCommand.setting(run, passphraseFile);
        try (Take take = Take.into(folder, url, setting, signIn.credentials(run, url))) {
            return take(run, take, area, folder);
        }
    }

    private static boolean isThere(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var inside = Files.list(folder)) {
            return inside.findAny().isPresent();
        }
    }

    private Answer take(CommandRun run, Take take, Area area, Path folder) throws Exception {
        if (end) {
            take.end();
            return new TakeEnded(folder);
        }
        TakePlan plan = take.plan(zone(take), area, attachments);
        if (dryRun) {
            return new TakeAnswer(plan, folder, numbers, null, OfficeData.NONE, 0);
        }
        if (!run.isJson()) {
            TakeAnswer.note(run, plan);
        }
        run.timing().start();
        List<NumberReserve.Run> reserved = take.take(plan, numbers, run.progress());
        run.timing().stop();
        return new TakeAnswer(plan, folder, numbers, reserved, take.office(), take.gone());
    }

    private Hello.Zone zone(Take take) throws Exception {
        List<Hello.Zone> zones = take.zones();
        for (Hello.Zone one : zones) {
            if (zone == null ? zones.size() == 1 : zone == one.zone()) {
                return one;
            }
        }
        throw CommandFailure.usage(
                "sync-needs-scope",
                zones.size(),
                String.join(
                        ", ",
                        zones.stream().map(one -> one.zone() + " " + one.name()).toList()));
    }

    private Area area() throws CommandFailure {
        Set<String> numbers = new LinkedHashSet<>();
        sheets.forEach(sheet -> numbers.add(ParcelNumber.canonical(sheet.strip())));
        numbers.remove("");
        Set<String> files = new LinkedHashSet<>();
        cases.forEach(one -> files.add(one.strip()));
        files.remove("");
        if ((numbers.isEmpty() ? 0 : 1) + (files.isEmpty() ? 0 : 1) + (extent.isBlank() ? 0 : 1) != 1) {
            throw CommandFailure.usage("take-needs-area");
        }
        try {
            List<Extent> extents = extent.isBlank() ? List.of() : List.of(box());
            return new Area(numbers, extents, Set.of(), files, margin);
        } catch (IllegalArgumentException e) {
            String wrong = extent.isBlank() ? Double.toString(margin) : extent;
            throw CommandFailure.usage("usage-value-wrong", wrong, extent.isBlank() ? "--margin" : "--extent", NAME);
        }
    }

    private record TakeEnded(Path folder) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.text("workspace", folder.toString()).flag("ended", true);
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say("take-ended", folder);
        }
    }

    /** Any two opposite corners. */
    private Extent box() {
        String[] parts = extent.strip().split("[\\s,;]+");
        if (parts.length != 4) {
            throw new IllegalArgumentException(extent);
        }
        double[] at = new double[4];
        for (int i = 0; i < 4; i++) {
            at[i] = Double.parseDouble(parts[i]);
        }
        return new Extent(
                Math.min(at[0], at[2]), Math.min(at[1], at[3]), Math.max(at[0], at[2]), Math.max(at[1], at[3]));
    }
}
