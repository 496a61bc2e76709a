package vn.diaba.app.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.map.crs.CrsCatalog;

/** A command for tests: counts, or fails in the way it is told. */
@Command(name = "count")
final class CountCommand implements CliCommand {
    @Parameters(index = "0", paramLabel = "WAY")
    private String way = "";

    @Option(names = "--to", paramLabel = "N")
    private int to = 3;

    @Override
    public Answer run(CommandRun run) throws Exception {
        run.note("cancelled");
        run.progress().checkCancelled();
        run.progress().done(1, to);
        if (way.equals("coded")) {
            CrsCatalog.standard().byCode(6956);
        }
        if (way.equals("bug")) {
            throw new IllegalStateException("a planted bug");
        }
        if (way.equals("usage")) {
            throw CommandFailure.usage("language-unknown", "xx");
        }
        return new Counted(to, way.equals("no") ? ExitCode.ANSWER_IS_NO : ExitCode.DONE);
    }

    private record Counted(int to, ExitCode exitCode) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.number("counted", to);
        }

        @Override
        public void writeText(TextLines lines) {
            lines.line("counted " + to);
        }
    }
}
