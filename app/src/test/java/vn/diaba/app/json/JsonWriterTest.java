package vn.diaba.app.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private static String document(JsonWriter.Content fields) throws IOException {
        StringWriter out = new StringWriter();
        JsonWriter.document(out, fields);
        return out.toString();
    }

    @Test
    void fieldsKeepTheOrderOfTheCalls() throws IOException {
        assertEquals("{\n  \"z\" : 1,\n  \"a\" : \"thửa\"\n}\n", document(json -> json.number("z", 1)
                .text("a", "thửa")));
    }

    @Test
    void metresHaveAtMostFourDecimalsAndNoExponent() throws IOException {
        assertEquals(
                "{\n  \"m\" : [ 588123.1235, 2000000, 0.0001, 0 ]\n}\n",
                document(json -> json.metresArray("m", 588123.12345, 2_000_000, 0.00005, 0)));
    }

    @Test
    void whatIsNoNumberIsNull() throws IOException {
        assertEquals("{\n  \"a\" : null,\n  \"b\" : null\n}\n", document(json -> json.metres("a", Double.NaN)
                .metres("b", Double.POSITIVE_INFINITY)));
    }

    @Test
    void valuesOfAnyKindKeepTheirKind() throws IOException {
        assertEquals(
                "{\n  \"v\" : [ 3, 0.5, true, \"x\", {\n    \"k\" : [ ]\n  } ]\n}\n",
                document(json -> json.value("v", List.of(3, 0.5, true, "x", Map.of("k", List.of())))));
    }

    @Test
    void objectsAndNothing() throws IOException {
        assertEquals(
                "{\n  \"o\" : {\n    \"n\" : null\n  },\n  \"l\" : [ {\n    \"i\" : 1\n  }, {\n    \"i\" : 2\n  } ]\n}\n",
                document(json ->
                        json.object("o", o -> o.nothing("n")).objects("l", List.of(1, 2), (o, i) -> o.number("i", i))));
    }
}
