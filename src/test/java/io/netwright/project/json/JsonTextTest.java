package io.netwright.project.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    private static Json parse(String text) {
        return JsonFile.parse("test", text.getBytes(StandardCharsets.UTF_8)).json();
    }

    @Test
    void aDocumentIsSpreadAsPeopleWouldWriteIt() {
        String text = """
            {
              "name": "x",
              "empty": {},
              "none": [],
              "section": {
                "items": [
                  {"name": "a", "shape": [1, 8, 8]},
                  {
                    "name": "b",
                    "values": [[0.1, 0.2, 0.3], [0.1, 0.2, 0.3], [0.1, 0.2, 0.3], [0.1, 0.2, 0.3]],
                    "nested": {"type": "constant", "value": 0.1}
                  }
                ],
                "wires": [
                  ["a.out", "b.in"]
                ],
                "one": {"type": "Adam", "learningRate": 1e-5},
                "texts": ["accuracy", "mae"]
              }
            }
            """;
        assertEquals(text, JsonText.of(parse(text)));
    }

    @Test
    void aLongRowOfNumbersIsFilledAndALongMatrixTakesALineARow() {
        List<Json> row = IntStream.range(0, 60).mapToObj(i -> Json.of(i / 8.0)).toList();
        String text = JsonText.of(Json.of(List.of(Json.of(row), Json.of(row.subList(0, 3)))));
        assertTrue(text.lines().allMatch(l -> l.length() <= 100), text);
        assertEquals("""
            [
              [
                0.0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0, 1.125, 1.25, 1.375, 1.5, 1.625, 1.75,
                1.875, 2.0,\
            """, text.substring(0, text.indexOf(" 2.125")));
        assertTrue(text.endsWith("7.375\n  ],\n  [0.0, 0.125, 0.25]\n]\n"), text);
    }

    @Test
    void addingAnItemChangesOneLineAndTheCommaBeforeIt() {
        String one = JsonText.of(parse("{\"s\": {\"nodes\": [{\"a\": 1}]}}"));
        String two = JsonText.of(parse("{\"s\": {\"nodes\": [{\"a\": 1}, {\"a\": 2}]}}"));
        assertEquals(one.replace("{\"a\": 1}", "{\"a\": 1},\n      {\"a\": 2}"), two);
    }

    @Test
    void numbersKeepTheirKind() {
        assertEquals("3", number(Json.of(3L)));
        assertEquals("3.0", number(Json.of(3.0)));
        assertEquals("3", number(Json.plain(3.0)));
        assertEquals("-0.0", number(Json.plain(-0.0)));
        assertEquals("1e-5", number(Json.of(1e-5)));
        assertEquals("1.5e300", number(Json.of(1.5e300)));
        assertEquals("4.9e-324", number(Json.of(Double.MIN_VALUE)));
        assertEquals("\"NaN\"", number(Json.of(Double.NaN)));
        assertEquals("9007199254740993", number(Json.of((1L << 53) + 1)));
    }

    private static String number(Json json) {
        return JsonText.of(json).strip();
    }

    @Property
    void everyDoubleIsReadBackBitForBit(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        for (Json json : List.of(Json.of(value), Json.plain(value))) {
            double back = JsonFile.parse("test", JsonText.of(json).getBytes(StandardCharsets.UTF_8))
                    .real();
            assertEquals(Double.doubleToLongBits(value), Double.doubleToLongBits(back));
        }
    }

    @Property
    void everyWholeDoubleIsReadBack(@ForAll @IntRange(min = -1 << 30, max = 1 << 30) int i, @ForAll byte shift) {
        double value = Math.scalb((double) i, shift);
        assertEquals(
                value,
                JsonFile.parse("test", JsonText.of(Json.plain(value)).getBytes(StandardCharsets.UTF_8))
                        .real());
    }

    @Property
    void everyTextIsReadBack(@ForAll String text) {
        // a lone half of a pair is no character and has no UTF-8
        String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertEquals(
                whole,
                JsonFile.parse("test", JsonText.of(Json.of(whole)).getBytes(StandardCharsets.UTF_8))
                        .text());
    }
}
