package vn.diaba.exchange.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.diaba.exchange.table.ExportException;

/** The words of the extract, with their legal reference and their first day: dated data, not code. Immutable. */
public final class ExtractForm {
    private static final List<ExtractForm> BUNDLED = bundled();

    private final Properties words;
    private final LocalDate validFrom;

    private ExtractForm(Properties words, LocalDate validFrom) {
        this.words = words;
        this.validFrom = validFrom;
    }

    /** The bundled form in force on a day: the latest that had begun; before the first one, the first. */
    public static ExtractForm inForce(LocalDate day) {
        ExtractForm found = BUNDLED.get(0);
        for (ExtractForm form : BUNDLED) {
            found = form.validFrom.isAfter(day) ? found : form;
        }
        return found;
    }

    /**
     * Reads an office's own form, UTF-8 properties with the keys of the bundled one.
     *
     * @throws ExportException {@code form-not-readable}; {@code form-key-missing} with the first key that lacks
     */
    public static ExtractForm read(Path file) throws ExportException {
        String name = String.valueOf(file.getFileName());
        try (Reader reader = Files.newBufferedReader(file)) {
            ExtractForm form = read(reader);
            Set<String> missing = new TreeSet<>(BUNDLED.get(0).words.stringPropertyNames());
            missing.removeAll(form.words.stringPropertyNames());
            if (!missing.isEmpty()) {
                throw new ExportException(
                        "form-key-missing", name, missing.iterator().next());
            }
            return form;
        } catch (IOException | DateTimeParseException | IllegalArgumentException cause) {
            throw new ExportException("form-not-readable", List.of(name, String.valueOf(cause.getMessage())), cause);
        }
    }

    /** First day it is in force. */
    public LocalDate validFrom() {
        return validFrom;
    }

    /** The regulation its layout follows, as the footer cites it. */
    public String legalReference() {
        return text("legalReference");
    }

    /** All its words; two forms with the same make the same papers. */
    @Override
    public String toString() {
        return new TreeMap<>(words).toString();
    }

    /**
     * A text of the form.
     *
     * @param arguments stand for <code>{0}</code>, <code>{1}</code> …
     */
    String text(String key, Object... arguments) {
        String text = Objects.requireNonNull(words.getProperty(key), key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text.strip();
    }

    private static ExtractForm read(Reader reader) throws IOException {
        Properties words = new Properties();
        words.load(reader);
        return new ExtractForm(
                words, LocalDate.parse(words.getProperty("validFrom", "").strip()));
    }

    private static List<ExtractForm> bundled() {
        List<ExtractForm> forms = new ArrayList<>();
        try (BufferedReader names = reader("forms.txt")) {
            for (String name = names.readLine(); name != null; name = names.readLine()) {
                try (Reader form = reader(name)) {
                    forms.add(read(form));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the bundled forms cannot be read", e);
        }
        return List.copyOf(forms);
    }

    static BufferedReader reader(String resource) {
        InputStream in = Objects.requireNonNull(ExtractForm.class.getResourceAsStream(resource), resource);
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
