package vn.diaba.app.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.central.FileLine;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.store.content.Content;
import vn.diaba.store.remote.RemoteException;

/** What came of a receipt: the sync it made, and the contents it brought. */
record CarriedAnswer(Answer sync, FileLine.Read read) implements Answer {
    private List<Content> fetched() {
        return read.came().fetched();
    }

    private long bytes() {
        return fetched().stream().mapToLong(Content::bytes).sum();
    }

    @Override
    public ExitCode exitCode() {
        boolean all = read.came().gone().isEmpty() && read.hidden() == null;
        return sync.exitCode() == ExitCode.DONE && !all ? ExitCode.ANSWER_IS_NO : sync.exitCode();
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
        sync.writeJson(json);
        json.number("fetched", fetched().size())
                .number("fetchedBytes", bytes())
                .number("gone", read.came().gone().size());
        @Nullable RemoteException hidden = read.hidden();
        if (hidden != null) {
            json.text("contentsWithheld", hidden.code());
        }
    }

    @Override
    public void writeText(TextLines lines) {
        sync.writeText(lines);
        if (!fetched().isEmpty()) {
            lines.say("attachment-fetched-count", fetched().size(), bytes());
        }
        if (!read.came().gone().isEmpty()) {
            lines.say("attachment-gone-count", read.came().gone().size());
        }
        @Nullable RemoteException hidden = read.hidden();
        if (hidden != null) {
            lines.say(hidden.code(), hidden.arguments().toArray());
        }
    }
}
