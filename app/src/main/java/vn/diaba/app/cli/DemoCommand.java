package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.diaba.app.demo.Demo;
import vn.diaba.app.demo.DemoSetting;
import vn.diaba.app.demo.EditUntilKilled;
import vn.diaba.app.demo.Teller;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;

/** {@code diaba demo}: the whole main job on the bundled sample, told step by step. */
@Command(name = "demo")
final class DemoCommand implements CliCommand {
    /** Marks a folder a demo has made, which the next one may clear. */
    private static final String MARK = ".diaba-demo";

    @Option(names = "--out", paramLabel = "DIR")
    private Path out = Path.of("diaba-demo");

    @Option(names = "--no-open")
    private boolean noOpen;

    @Option(names = "--edit-until-killed", hidden = true)
    private @Nullable Path editUntilKilled;

    @Override
    public Answer run(CommandRun run) throws Exception {
        if (editUntilKilled != null) {
            EditUntilKilled.run(
                    editUntilKilled,
                    WorkspaceCommand.setting(run, null),
                    run.host().out());
            return new Told(List.of(), out, List.of());
        }
        Path folder = out.toAbsolutePath().normalize();
        clear(folder);
        Story story = new Story(run);
        DemoSetting demo =
                new DemoSetting(folder, WorkspaceCommand.setting(run, null), program(), run.messages(), story);
        List<Path> files = new Demo(demo).tell();
        if (!noOpen && !run.isJson() && run.host().hasDisplay()) {
            run.openWindow(demo.workspace());
        }
        return new Told(files, folder, story.told);
    }

    /** How to start this program again: the installed one by its own command, else Java with the same class path. */
    private static List<String> program() {
        String command = ProcessHandle.current().info().command().orElse("java");
        String name = String.valueOf(Path.of(command).getFileName()).toLowerCase(Locale.ROOT);
        if (!name.startsWith("java")) {
            return List.of(command);
        }
        return List.of(command, "-Xshare:auto", "-cp", System.getProperty("java.class.path"), "vn.diaba.app.Launcher");
    }

    /** Makes the folder, or empties one that an earlier demo made. */
    private static void clear(Path folder) throws IOException, CommandFailure {
        if (Files.isDirectory(folder)) {
            boolean empty;
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
                empty = !inside.iterator().hasNext();
            }
            if (!empty && !Files.exists(folder.resolve(MARK))) {
                throw new CommandFailure("demo-folder-in-use", folder);
            }
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failed) throws IOException {
                    if (!done.equals(folder)) {
                        Files.delete(done);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(MARK), "");
    }

    /** Tells on standard output as it happens, on standard error when the answer is JSON. */
    private static final class Story implements Teller {
        private final CommandRun run;
        private final Messages messages;
        private final List<String> told = new ArrayList<>();

        Story(CommandRun run) {
            this.run = run;
            messages = run.messages();
        }

        @Override
        public void chapter(String code) {
            line("");
            line("== " + messages.sentence(code) + " ==");
        }

        @Override
        public void say(String code, Object... arguments) {
            line("  " + messages.sentence(code, arguments));
        }

        private void line(String text) {
            told.add(text);
            var stream = run.isJson() ? run.host().err() : run.host().out();
            stream.println(text);
            stream.flush();
        }
    }

    private record Told(List<Path> files, Path folder, List<String> story) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.texts("files", files.stream().map(Path::toString).toList())
                    .number("written", files.size())
                    .text("folder", folder.toString())
                    .texts("story", story);
        }

        @Override
        public void writeText(TextLines lines) {
            for (Path file : files) {
                lines.line("  " + file);
            }
        }
    }
}
