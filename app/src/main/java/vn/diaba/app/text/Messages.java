package vn.diaba.app.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sentences by code, in one language. The texts are UTF-8 properties files beside this class, one pair for each part of the
 * program ({@code cadastre_vi.properties}, {@code cadastre_en.properties}, …), so that a part's codes and texts change
 * together. Immutable, safe.
 */
public final class Messages {
    /** The parts of the program that have texts. */
    static final List<String> PARTS = List.of("cadastre", "map", "exchange", "store", "command", "window");

    private final Language language;
    private final Values values;
    private final Map<String, String> texts;

    /**
     * Reads the texts of a language.
     *
     * @param zone where the user is, for dates and times
     */
    public Messages(Language language, ZoneId zone) {
        this.language = language;
        this.values = new Values(language, zone);
        Map<String, String> all = new HashMap<>();
        for (String part : PARTS) {
            read(part, language).forEach((key, text) -> all.put((String) key, (String) text));
        }
        this.texts = Map.copyOf(all);
    }

    /** The language spoken. */
    public Language language() {
        return language;
    }

    /** How this language writes single values. */
    public Values values() {
        return values;
    }

    /**
     * The sentence for a code.
     *
     * @param arguments in the order the code defines
     * @return never empty; for a code without a text, which no release has, the code and its arguments
     */
    public String sentence(String code, List<?> arguments) {
        String text = texts.get(code);
        if (text == null) {
            return arguments.isEmpty() ? code : code + " " + arguments;
        }
        return new Sentence(text).with(arguments, values);
    }

    /** The sentence for a code, arguments one by one. */
    public String sentence(String code, Object... arguments) {
        return sentence(code, List.of(arguments));
    }

    /**
     * What is wrong at one place of the land. Its sentence is found by the rule's id; argument 0 are the parcels, 1 the area,
     * 2 the width, and the rule's own arguments follow.
     *
     * @param rule id of the rule, a code like any other
     * @param parcels labels of the parcels concerned
     * @param areaSquareMetres size of the fault, NaN where it has none
     * @param widthMetres its largest width, NaN where it has none
     * @param own the rule's arguments
     */
    public String violation(
            String rule, List<String> parcels, double areaSquareMetres, double widthMetres, List<?> own) {
        List<Object> arguments = new ArrayList<>(List.of(parcels, areaSquareMetres, widthMetres));
        arguments.addAll(own);
        return sentence(rule, arguments);
    }

    /** Whether there is a sentence for this code. */
    public boolean has(String code) {
        return texts.containsKey(code);
    }

    /** All codes with a sentence, sorted. */
    public Set<String> codes() {
        return new TreeSet<>(texts.keySet());
    }

    /** The texts of one part as they stand in the file. */
    static Properties read(String part, Language language) {
        String name = part + "_" + language.tag() + ".properties";
        Properties texts = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its texts " + name);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
