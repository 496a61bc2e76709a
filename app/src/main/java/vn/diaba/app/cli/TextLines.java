package vn.diaba.app.cli;

import java.io.PrintStream;
import java.util.List;
import vn.diaba.app.text.Messages;

/** Where an answer's lines for people go, in the user's language. Confined to one thread. */
public final class TextLines {
    private final PrintStream out;
    private final Messages messages;

    TextLines(PrintStream out, Messages messages) {
        this.out = out;
        this.messages = messages;
    }

    /** A line with the sentence of this code. */
    public void say(String code, Object... arguments) {
        out.println(messages.sentence(code, arguments));
    }

    /** A line with the sentence of this code, for arguments that are a list already. */
    public void sayWith(String code, List<?> arguments) {
        out.println(messages.sentence(code, arguments));
    }

    /** A line of data as it is: a label, a coordinate, a file name. */
    public void line(String text) {
        out.println(text);
    }

    /** The sentences, to put together a line of parts. */
    public Messages messages() {
        return messages;
    }
}
