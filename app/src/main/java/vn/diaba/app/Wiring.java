package vn.diaba.app;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;
import vn.diaba.app.cli.CommandFailure;
import vn.diaba.app.cli.CommandRun;
import vn.diaba.app.cli.WindowStarter;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.edit.WindowJobs;
import vn.diaba.app.edit.WindowQueue;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.settings.Settings;
import vn.diaba.app.shell.Openers;
import vn.diaba.app.shell.ShellViewModel;
import vn.diaba.app.text.Language;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.SampleWorkspace;
import vn.diaba.app.workspace.Setting;
import vn.diaba.map.crs.CrsException;

/**
 * Puts the window together by hand and runs it: threads, models, views. The window is shown first; the workspace is opened
 * on the edit thread meanwhile and the EPSG database, where it is needed, in the background.
 */
public final class Wiring implements WindowStarter {
    private static final Logger LOG = Logger.getLogger(Wiring.class.getName());
    private static final int IO_THREADS = 2;

    private final ExecutorService edit = Executors.newSingleThreadExecutor(task -> thread(task, "edit"));
    private final ExecutorService io = Executors.newFixedThreadPool(IO_THREADS, task -> thread(task, "io"));

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void open(Optional<Path> workspace, CommandRun run) throws Exception {
        Setting setting = run.setting();
        Openers openers = openers(run, setting);
        Settings settings = run.settings();
        WindowQueue window = new WindowQueue(Platform::runLater);
        EditDesk desk = new EditDesk(edit, window);
        WindowJobs jobs = new WindowJobs(io, window);
        ShellViewModel model = new ShellViewModel(new Workspace(desk, jobs), tongue(run), jobs, openers, run.clock());
        // Opened while the toolkit starts; the answer waits for it.
        open(model, workspace.or(settings::findLastWorkspace), run);
        CompletableFuture<Settings> closed = new CompletableFuture<>();
        try {
            startToolkit(() -> {
                try {
                    start(model, settings, closed).onFirstPicture(() -> io.execute(() -> afterFirstPicture(setting)));
                    window.open();
                } catch (RuntimeException e) {
                    closed.completeExceptionally(e);
                }
            });
            Settings last = closed.get();
            run.settingsFile().write(last);
        } finally {
            desk.close();
            edit.shutdown();
            io.shutdownNow();
        }
    }

    /** A display that is named and cannot be opened is no display. */
    private static void startToolkit(Runnable task) throws CommandFailure {
        try {
            Platform.startup(task);
        } catch (UnsupportedOperationException e) {
            LOG.log(Level.INFO, "no-display", e);
            throw new CommandFailure("no-display");
        }
    }

    private static Workstation start(ShellViewModel model, Settings settings, CompletableFuture<Settings> closed) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {
            LOG.log(Level.SEVERE, "unexpected-fault", thrown);
            model.workspace().say(Notice.of("window-fault", thrown.getClass().getSimpleName()));
        });
        Workstation window = new Workstation(new Stage(), model, settings.findWindow());
        Language spoken = model.tongue().language();
        window.onClosed(() -> {
            Settings last = settings.withWindow(window.place());
            if (model.tongue().language() != spoken) {
                last = last.withLanguageTag(model.tongue().language().tag());
            }
            var land = model.workspace().landProperty().get();
            closed.complete(land == null ? last : last.withLastWorkspace(land.folder()));
        });
        window.show();
        return window;
    }

    private static void open(ShellViewModel model, Optional<Path> folder, CommandRun run) {
        Path sample = sampleFolder(run);
        if (folder.isEmpty() || folder.get().equals(sample)) {
            model.openSample();
        } else {
            model.open(folder.get());
        }
    }

    private static Openers openers(CommandRun run, Setting setting) {
        Path sample = sampleFolder(run);
        return new Openers() {
            @Override
            public EditDesk.Opener folder(Path folder) {
                return () -> OpenWorkspace.open(folder, setting);
            }

            @Override
            public EditDesk.Opener sample() {
                return () -> SampleWorkspace.openOrMake(sample, setting);
            }
        };
    }

    private static Path sampleFolder(CommandRun run) {
        return run.folders().state().resolve("sample").toAbsolutePath().normalize();
    }

    private static Tongue tongue(CommandRun run) {
        Messages first = run.messages();
        List<Messages> others = java.util.Arrays.stream(Language.values())
                .filter(language -> language != first.language())
                .map(language -> new Messages(language, run.clock().getZone()))
                .toList();
        return new Tongue(java.util.stream.Stream.concat(java.util.stream.Stream.of(first), others.stream())
                .toList());
    }

    /** The first look-up outside VN-2000 costs seconds; whoever comes to need it does not wait then. */
    private static void afterFirstPicture(Setting setting) {
        long millis = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        LOG.log(Level.INFO, "first picture of the land {0} ms after the start", millis);
        try {
            setting.catalog().warmUp();
        } catch (CrsException e) {
            LOG.log(Level.WARNING, e.code(), e);
        }
    }
}
