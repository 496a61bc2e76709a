package vn.diaba.app.cli;

import java.io.IOException;
import vn.diaba.app.json.JsonWriter;

/** The program without a command: opens the window on the last workspace, or on the sample at the first start. */
final class OpenLastCommand implements CliCommand {
    @Override
    public Answer run(CommandRun run) throws Exception {
        run.openWindow(null);
        return new Closed();
    }

    /** The window was closed: there is nothing to add. */
    private record Closed() implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.flag("closed", true);
        }

        @Override
        public void writeText(TextLines lines) {
            // The window has told everything.
        }
    }
}
