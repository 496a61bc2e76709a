package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.central.OfficeDesk;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.store.take.OfficeFile;

/** {@code diaba central office …}: the files the office gives everyone: its data and the map below the land. */
@Command(
        name = "office",
        subcommands = {
            CentralOfficeCommand.Put.class,
            CentralOfficeCommand.Given.class,
            CentralOfficeCommand.Remove.class
        })
final class CentralOfficeCommand {
    /** {@code diaba central office put FILE…}. */
    @Command(name = "put")
    static final class Put extends DeskCommand {
        @Parameters(index = "0", arity = "1..*", paramLabel = "FILE")
        private List<Path> files = List.of();

        @Option(names = "--as", paramLabel = "NAME")
        private String name = "";

        @Override
        void check() throws CommandFailure {
            if (!name.isEmpty() && (files.size() > 1 || !OfficeFile.isName(name))) {
                throw CommandFailure.usage("usage-value-wrong", name, "--as", "diaba central office put");
            }
            for (Path file : files) {
                String as = name(file);
                if (!Files.isRegularFile(file) || !OfficeFile.isName(as)) {
                    throw CommandFailure.usage("usage-value-wrong", file, "FILE", "diaba central office put");
                }
            }
        }

        @Override
        Answer work(CommandRun run, OfficeDesk desk) throws Exception {
            for (Path file : files) {
                desk.put(file, name(file));
            }
            return new Listed(desk.files());
        }

        /** The office's data keeps its name, all else goes below the land. */
        private String name(Path file) {
            if (!name.isEmpty()) {
                return name;
            }
            String last = String.valueOf(file.getFileName());
            return last.equals(OfficeFile.OFFICE) ? last : OfficeFile.BASE_MAP + "/" + last;
        }
    }

    /** {@code diaba central office list}. */
    @Command(name = "list")
    static final class Given extends DeskCommand {
        @Override
        Answer work(CommandRun run, OfficeDesk desk) throws Exception {
            return new Listed(desk.files());
        }
    }

    /** {@code diaba central office remove NAME…}. */
    @Command(name = "remove")
    static final class Remove extends DeskCommand {
        @Parameters(index = "0", arity = "1..*", paramLabel = "NAME")
        private List<String> names = List.of();

        @Override
        Answer work(CommandRun run, OfficeDesk desk) throws Exception {
            for (String name : names) {
                desk.remove(name);
            }
            return new Listed(desk.files());
        }
    }

    private record Listed(List<OfficeFile> files) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.objects("files", files, (inner, one) -> inner.text("name", one.name())
                    .number("bytes", one.bytes())
                    .text("sha256", one.sha256()));
        }

        @Override
        public void writeText(TextLines lines) {
            if (files.isEmpty()) {
                lines.say("office-files-none");
            }
            for (OfficeFile file : files) {
                lines.say("office-file-line", file.name(), (file.bytes() + 1023) / 1024, file.sha256());
            }
        }
    }
}
