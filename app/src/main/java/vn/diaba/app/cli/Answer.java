package vn.diaba.app.cli;

import java.io.IOException;
import vn.diaba.app.json.JsonWriter;

/** What a command found or did: values, to be shown in one of two forms. */
public interface Answer {
    /** Done, or done and the answer is "no". */
    default ExitCode exitCode() {
        return ExitCode.DONE;
    }

    /** Writes the fields of the JSON document, an object that is open already; time and processor time follow by themselves. */
    void writeJson(JsonWriter json) throws IOException;

    /** Writes the lines people read. */
    void writeText(TextLines lines);
}
