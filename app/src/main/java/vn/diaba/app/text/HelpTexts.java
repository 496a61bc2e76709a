package vn.diaba.app.text;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * Help texts of the command line in one language, as picocli asks for them: {@code diaba.import.usage.description} for a
 * command, {@code diaba.import.crs} for its option, {@code crs} for an option of several commands.
 */
public final class HelpTexts extends ResourceBundle {
    private final Map<String, String> texts = new HashMap<>();

    /** Reads the texts of a language. */
    public HelpTexts(Language language) {
        Messages.read("help", language).forEach((key, text) -> texts.put((String) key, (String) text));
    }

    @Override
    protected Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
