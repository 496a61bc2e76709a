package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.central.LandAddress;
import vn.diaba.app.find.CaseFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.ParcelNames;
import vn.diaba.app.workspace.Setting;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.Keys;
import vn.diaba.store.log.LogEntry;
import vn.diaba.store.workspace.Rung;

/** A command on a workspace: its first parameter is the folder, which is open while the command works. */
abstract class WorkspaceCommand implements CliCommand {
    private static final long FEW_NUMBERS = 5;
    private static final int SHOWN = 5;

    @Parameters(index = "0", paramLabel = "W")
    private Path workspace = Path.of(".");

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private @Nullable Path passphraseFile;

    @Override
    public final Answer run(CommandRun run) throws Exception {
        try (OpenWorkspace open = open(run, workspace, passphraseFile)) {
            workInCase(run, open);
            run.timing().start();
            Fabric before = open.fabric();
            Answer answer = work(run, open);
            run.timing().stop();
            if (open.fabric() != before) {
                tellNumbers(run, open);
                if (open.isPart()) {
                    tellNeighbours(run, open);
                }
            }
            return answer;
        }
    }

    /** Whether what it does belongs to the case of {@code --case}. */
    boolean isInCase() {
        return true;
    }

    private void workInCase(CommandRun run, OpenWorkspace open) throws WorkspaceException, CommandFailure {
        Optional<String> named = run.caseName();
        if (named.isPresent() && isInCase()) {
            CaseFile file = CaseFinder.one(open.fabric(), named.get());
            if (!file.state().isWorkedOn()) {
                throw new CommandFailure("case-closed-for-work", file.number());
            }
            open.session().workIn(file.id());
        }
    }

    /** Says when the numbers reserved on a sheet come to an end. */
    private static void tellNumbers(CommandRun run, OpenWorkspace open) {
        Set<String> told = new HashSet<>();
        for (NumberReserve.Run one : open.numbers().runs()) {
            long left = told.add(one.commune() + "/" + one.sheet())
                    ? open.numbers().left(open.fabric(), one.commune(), one.sheet())
                    : FEW_NUMBERS;
            if (left < FEW_NUMBERS) {
                run.note(left == 0 ? "numbers-used-up" : "numbers-low", one.sheet(), left);
            }
        }
    }

    /** Says when the newest change set of this workstation alters land that was taken to be read only. */
    private static void tellNeighbours(CommandRun run, OpenWorkspace open) throws StoreException {
        for (LogEntry entry : open.store().log().newest(1)) {
            if (entry.origin().equals(Origin.SURVEYOR)) {
                ParcelNames names = new ParcelNames(open.fabric());
                List<String> labels = open.neighboursIn(open.store().log().load(entry.id())).stream()
                        .map(names::label)
                        .toList();
                if (!labels.isEmpty()) {
                    run.note(
                            "neighbours-altered",
                            labels.size(),
                            String.join(", ", labels.subList(0, Math.min(SHOWN, labels.size()))));
                }
            }
        }
    }

    /** Does the work; what it answers may hold the land as it is then, not the workspace. */
    abstract Answer work(CommandRun run, OpenWorkspace open) throws Exception;

    /** Opens a workspace; asks for its passphrase where it can, and tells when its tables could not be used. */
    static OpenWorkspace open(CommandRun run, Path folder, @Nullable Path passphraseFile) throws Exception {
        OpenWorkspace open = withPassphrase(run, folder, setting(run, passphraseFile));
        Rung rung = open.store().rung();
        if (rung != Rung.OPENED) {
            run.note(RungText.code(rung), RungText.aside(open.store().setAside()));
        }
        return open;
    }

    private static OpenWorkspace withPassphrase(CommandRun run, Path folder, Setting setting) throws Exception {
        try {
            return OpenWorkspace.open(folder, setting);
        } catch (KeyException e) {
            char[] typed = e.code().equals("passphrase-needed") ? Passphrases.typed(run, "passphrase-asked") : null;
            if (typed == null) {
                throw e;
            }
            Keys keys = setting.keys().withPassphrase(typed);
            return OpenWorkspace.open(folder, new Setting(setting.person(), setting.clock(), keys, setting.catalog()));
        }
    }

    /**
     * The land database that was named, or the one the workspace knows.
     *
     * @param url "" when none was named
     * @param command whose option {@code --central} is
     */
    static String landDatabase(OpenWorkspace open, String url, String command) throws CommandFailure {
        return url.isEmpty()
                ? LandAddress.find(open.store().folder())
                        .map(LandAddress::url)
                        .orElseThrow(() -> CommandFailure.usage("usage-argument-missing", "--central", command))
                : url;
    }

    /** What a workspace takes from this run: the user, the clock, the keys, the CRS catalogue. */
    static Setting setting(CommandRun run, @Nullable Path passphraseFile) throws IOException {
        String person = run.host()
                .environment()
                .getOrDefault("DIABA_USER", System.getProperty("user.name", "").strip());
        Keys keys = Keys.in(run.folders().config());
        char[] passphrase = Passphrases.given(run, passphraseFile, "DIABA_PASSPHRASE");
        return new Setting(
                person,
                run.clock(),
                passphrase == null ? keys : keys.withPassphrase(passphrase),
                CrsCatalog.standard(run.folders().epsgDatabase()));
    }
}
