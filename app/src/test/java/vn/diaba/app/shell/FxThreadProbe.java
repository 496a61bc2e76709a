package vn.diaba.app.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks at the FX thread's stack every other millisecond and keeps what has no business there: files, SQL, rules, painting
 * of the map. What the toolkit and the class loader read for themselves does not count, nor random numbers for fresh ids,
 * which come from the kernel and not from a disk.
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
            "vn.diaba.app.find.LandSearch.",
            "java.nio.file.Files.",
            "java.io.FileInputStream.",
            "java.io.FileOutputStream.",
            "java.sql.",
            "org.h2.");
    private static final List<String> EXCUSED = List.of(
            "java.lang.ClassLoader.",
            "jdk.internal.loader.",
            "java.util.logging.",
            "javafx.scene.text.Font.",
            "sun.security.provider.NativePRNG");

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
                .findFirst()
                .map(frame -> frame + caller(frames));
    }

    /** Which of our own methods it came from, so that a finding says where to look. */
    private static String caller(List<String> frames) {
        return frames.stream()
                .filter(frame -> frame.startsWith("vn.diaba."))
                .findFirst()
                .map(frame -> " below " + frame)
                .orElse(" below " + String.join(" ", frames.subList(0, Math.min(8, frames.size()))));
    }

    /** Looks no more. */
    void end() throws InterruptedException {
        isOver = true;
        watcher.join();
    }
}
