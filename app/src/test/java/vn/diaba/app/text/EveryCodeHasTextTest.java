package vn.diaba.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whatever looks like a code in the compiled program has a sentence in both languages. A text of that form that is none
 * (a character set, a style class) is named in {@code not-codes.txt}; nothing is assumed.
 */
class EveryCodeHasTextTest {
    private static final List<String> FILES =
            List.of("cadastre", "map", "exchange", "store", "command", "window", "help");

    private static Set<String> notCodes() throws IOException {
        try (var in = EveryCodeHasTextTest.class.getResourceAsStream("not-codes.txt")) {
            return new TreeSet<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(String::strip)
                    .toList());
        }
    }

    private static Map<String, String> texts(Language language) {
        Map<String, String> all = new HashMap<>();
        for (String part : Messages.PARTS) {
            Messages.read(part, language).forEach((key, text) -> all.put((String) key, (String) text));
        }
        return all;
    }

    @Test
    void everyCodeInTheProgramHasASentence() throws IOException {
        Map<String, String> literals = CodeLiterals.ofProgram();
        literals.keySet().removeAll(notCodes());
        literals.keySet().removeAll(texts(Language.VIETNAMESE).keySet());
        assertEquals(Map.of(), literals, "codes without a sentence, with a class that has them");
    }

    @Test
    void theSearchSeesCodes() throws IOException {
        Set<String> found = CodeLiterals.ofProgram().keySet();
        assertTrue(found.containsAll(Set.of("crs-unknown-code", "shx-missing", "ring-collapsed", "no-display")));
    }

    @Test
    void nothingIsCalledNoCodeThatIsNotInTheProgram() throws IOException {
        Set<String> stale = notCodes();
        stale.removeAll(CodeLiterals.ofProgram().keySet());
        assertEquals(Set.of(), stale);
    }

    @Test
    void bothLanguagesHaveTheSameKeysWithTheSamePlaces() {
        List<String> faults = new ArrayList<>();
        for (String part : FILES) {
            Properties vietnamese = Messages.read(part, Language.VIETNAMESE);
            Properties english = Messages.read(part, Language.ENGLISH);
            assertEquals(vietnamese.stringPropertyNames(), english.stringPropertyNames(), part);
            for (String key : english.stringPropertyNames()) {
                Sentence one = new Sentence(vietnamese.getProperty(key));
                Sentence other = new Sentence(english.getProperty(key));
                if (!one.places().equals(other.places())) {
                    faults.add(part + " " + key + " " + one.places() + " " + other.places());
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void noKeyIsInTwoFiles() {
        Set<String> seen = new TreeSet<>();
        for (String part : Messages.PARTS) {
            for (String key : Messages.read(part, Language.VIETNAMESE).stringPropertyNames()) {
                assertTrue(seen.add(key), key);
            }
        }
    }

    /** The later of two would silently speak for both. */
    @Test
    void noKeyIsTwiceInAFile() throws IOException {
        List<String> twice = new ArrayList<>();
        for (String part : Messages.PARTS) {
            for (String language : List.of("vi", "en")) {
                String name = part + "_" + language + ".properties";
                try (var in = Objects.requireNonNull(Messages.class.getResourceAsStream(name), name);
                        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                    new Once(name, twice).load(reader);
                }
            }
        }
        assertEquals(List.of(), twice);
    }

    private static final class Once extends Properties {
        private static final long serialVersionUID = 1L;
        private final String name;
        private final transient List<String> twice;

        Once(String name, List<String> twice) {
            this.name = name;
            this.twice = twice;
        }

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                twice.add(name + " " + key);
            }
            return super.put(key, value);
        }
    }

    @Test
    void noSentenceIsEmptyOrHasABrokenPlace() {
        for (Language language : Language.values()) {
            texts(language).forEach((key, text) -> {
                assertTrue(!text.isBlank(), key);
                Sentence sentence = new Sentence(text);
                assertTrue(Values.STYLES.keySet().containsAll(sentence.styles()), key + " " + sentence.styles());
                String without = sentence.pattern().replaceAll("\\{\\d(:[^{}]*)?\\}", "");
                assertTrue(without.indexOf('{') < 0 && without.indexOf('}') < 0, key + ": " + text);
            });
        }
    }

    @Test
    void vietnameseIsWrittenInComposedLetters() {
        texts(Language.VIETNAMESE)
                .forEach((key, text) ->
                        assertTrue(java.text.Normalizer.isNormalized(text, java.text.Normalizer.Form.NFC), key));
    }
}
