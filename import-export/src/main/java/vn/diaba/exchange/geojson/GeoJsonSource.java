package vn.diaba.exchange.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.diaba.exchange.table.ImportException;

/**
 * Opens a GeoJSON file as a stream of tokens with limits on depth and lengths, and names what is wrong with it.
 * Immutable.
 */
record GeoJsonSource(Path path) {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxStringLength(16_000_000)
                    .maxNumberLength(400)
                    .maxNameLength(10_000)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    JsonFactory factory() {
        return FACTORY;
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    JsonParser open() throws ImportException {
        try {
            return FACTORY.createParser(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
        } catch (IOException cause) {
            throw failure(cause, 0);
        }
    }

    /**
     * Turns what the parser said into a code: {@code file-truncated} (file, the feature being read), {@code json-broken}
     * (file, line, column, that feature), {@code file-unreadable}.
     */
    ImportException failure(IOException cause, long feature) {
        if (cause instanceof JsonEOFException) {
            return new ImportException("file-truncated", List.of(name(), feature), cause);
        }
        if (cause instanceof JsonProcessingException json && json.getLocation() != null) {
            int line = json.getLocation().getLineNr();
            int column = json.getLocation().getColumnNr();
            return new ImportException("json-broken", List.of(name(), line, column, feature), cause);
        }
        boolean text = cause instanceof CharConversionException || cause instanceof JsonProcessingException;
        return new ImportException(text ? "json-broken" : "file-unreadable", List.of(name(), 0, 0, feature), cause);
    }
}
