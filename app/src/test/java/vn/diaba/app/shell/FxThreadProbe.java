package vn.diaba.app.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks at the FX thread's stack every other millisecond and keeps what has no business there: files, SQL, rules, painting
 * of the map. What the toolkit and the class loader read for themselves does not count.
 */
final class FxThreadProbe {
    private static final List<String> FORBIDDEN = List.of(
            "vn.diaba.store.",
            "vn.diaba.cadastre.rule.RuleBook.check",
            "vn.diaba.cadastre.edit.EditSession.",
            "vn.diaba.map.paint.MapPainter.",
            "vn.diaba.map.style.StyleReader.",
            "vn.diaba.map.crs.CrsCatalog.",
            "vn.diaba.app.workspace.OpenWorkspace.",
            "vn.diaba.app.workspace.LandSearch.",
            "java.nio.file.Files.",
            "java.io.FileInputStream.",
            "java.io.FileOutputStream.",
            "java.sql.",
            "org.h2.");
    private static final List<String> EXCUSED =
            List.of("java.lang.ClassLoader.", "jdk.internal.loader.", "java.util.logging.", "javafx.scene.text.Font.");

    private final Set<String> found = new ConcurrentSkipListSet<>();
    private final Thread watcher = new Thread(this::watch, "fx-probe");
    private volatile boolean isOver;
    private final AtomicInteger looks = new AtomicInteger();

    FxThreadProbe() {
        watcher.setDaemon(true);
        watcher.start();
    }

    /** What was seen, each method once. */
    Set<String> found() {
        return found;
    }

    /** How often it looked. */
    int looks() {
        return looks.get();
    }

    private void watch() {
        Thread fx = fxThread().orElseThrow();
        while (!isOver) {
            judge(fx.getStackTrace()).ifPresent(found::add);
            looks.incrementAndGet();
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
        }
    }

    private static Optional<Thread> fxThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("JavaFX Application Thread"))
                .findFirst();
    }

    static Optional<String> judge(StackTraceElement[] stack) {
        List<String> frames = Arrays.stream(stack)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .toList();
        if (frames.stream().anyMatch(frame -> EXCUSED.stream().anyMatch(frame::startsWith))) {
            return Optional.empty();
        }
        return frames.stream()
                .filter(frame -> FORBIDDEN.stream().anyMatch(frame::startsWith))
                .findFirst();
    }

    /** Looks no more. */
    void end() throws InterruptedException {
        isOver = true;
        watcher.join();
    }
}
