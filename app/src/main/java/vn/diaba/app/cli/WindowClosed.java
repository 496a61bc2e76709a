package vn.diaba.app.cli;

import java.io.IOException;
import vn.diaba.app.json.JsonWriter;

/** The window was closed: there is nothing to add. */
record WindowClosed() implements Answer {
    @Override
    public void writeJson(JsonWriter json) throws IOException {
        json.flag("closed", true);
    }

    @Override
    public void writeText(TextLines lines) {
        // The window has told everything.
    }
}
