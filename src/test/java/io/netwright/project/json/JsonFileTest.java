package io.netwright.project.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netwright.text.Messages;
import io.netwright.text.UserException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFileTest {

    private static final String WHOLE = """
        {
          "name": "\u540d\u5b57 \\u00e9",
          "list": [1, -2.5e3, true, false, null],
          "nested": {"a": {"b": []}}
        }\
        """;

    private static Cursor parse(String text) {
        return JsonFile.parse("f.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static UserException refused(String text) {
        var e = assertThrows(UserException.class, () -> parse(text));
        assertEquals("f.json", e.where().file());
        return e;
    }

    private static String found(UserException e) {
        return Messages.in(Locale.ENGLISH).format(e.found());
    }

    @Test
    void everyBeginningOfAFileIsSaidToBeCutOff() {
        parse(WHOLE);
        for (int i = 1; i < WHOLE.length(); i++) {
            String cut = WHOLE.substring(0, i);
            assertEquals("project.json.cutOff", refused(cut).what().key(), cut);
        }
        assertEquals("project.json.empty", refused("").what().key());
        assertEquals("project.json.empty", refused(" \n").what().key());
    }

    @Test
    void theEndOfACutOffFileIsLocated() {
        assertEquals("the end of the file (line 2, column 11)", found(refused("{\n  \"a\": [1,")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"a": 1,}         | } (line 1, column 9)
        {"a" 1}           | 1} (line 1, column 6)
        {'a': 1}          | 'a': 1} (line 1, column 2)
        {"a": 01}         | 01} (line 1, column 7)
        {"a": NaN, "b":1} | NaN, "b":1} (line 1, column 7)
        {"a": 1} x        | x (line 1, column 10)
        {"a": 1}]         | ] (line 1, column 9)
        # no JSON         | # no JSON (line 1, column 1)
        {"a": 1, // x     | // x (line 1, column 10)
        """)
    void whatIsNoJsonIsShownWhereItStands(String text, String expected) {
        var e = refused(text);
        assertEquals("project.json.invalid", e.what().key());
        assertEquals(expected, found(e));
    }

    @Test
    void aNameThatIsThereTwiceIsRefused() {
        var e = refused("{\"a\": {\"b\": 1,\n \"b\": 2}}");
        assertEquals("project.json.duplicate", e.what().key());
        assertEquals("a.b", e.where().place());
        assertEquals("\"b\" (line 2, column 2)", found(e));
    }

    @Test
    void onlyUtf8IsRead() {
        assertEquals("x", parse("\uFEFF{\"a\": \"x\"}").get("a").text());
        var e = assertThrows(
                UserException.class,
                () -> JsonFile.parse("f.json", "{\"a\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("project.json.encoding", e.what().key());
    }

    @Test
    void nestingTooDeepForTheStackIsRefused() {
        assertEquals(
                "project.json.invalid",
                refused("[".repeat(100_000) + "]".repeat(100_000)).what().key());
    }

    @Test
    void pathsAreReadable() {
        var root = parse("{\"a-b\": [{\"two words\": {\"\u540d\": 1}}]}");
        var inner = root.get("a-b").elements().getFirst().get("two words").get("\u540d");
        assertEquals("a-b[0][\"two words\"].\u540d", inner.path());
        assertEquals(new Json.Place(1, 30), inner.json().at());
        assertEquals(inner, root.nearest("a-b[0][\"two words\"].\u540d.more"));
        assertEquals("a-b[0]", root.nearest("a-b[0].gone").path());
    }

    @Test
    void valuesOfAnotherKindAreRefusedWithTheirPlace() {
        var root = parse("{\"t\": \"x\", \"n\": 1.5, \"b\": true,\n"
                + "\"big\": 99999999999999999999, \"huge\": 1e999, \"l\": [], \"z\": null}");
        kind("project.json.kind.whole", "t", root.get("t")::whole);
        kind("project.json.kind.whole", "n", root.get("n")::whole);
        kind("project.json.kind.long", "big", root.get("big")::whole);
        kind("project.json.kind.double", "huge", root.get("huge")::real);
        kind("project.json.kind.number", "t", root.get("t")::real);
        kind("project.json.kind.text", "n", root.get("n")::text);
        kind("project.json.kind.bool", "t", root.get("t")::bool);
        kind("project.json.kind.list", "b", root.get("b")::elements);
        kind("project.json.kind.object", "l", root.get("l")::fields);
        kind("project.json.kind.object", "z", () -> root.get("z").get("a"));
        var missing = assertThrows(UserException.class, () -> root.get("gone"));
        assertEquals("gone", missing.where().place());
        var unknown =
                assertThrows(UserException.class, () -> root.only(List.of("tt", "n", "b", "big", "huge", "l", "z")));
        assertEquals(
                "\"t\" means nothing here. Delete it, or correct its name.",
                Messages.in(Locale.ENGLISH).format(unknown.what()));
    }

    private static void kind(String expected, String place, org.junit.jupiter.api.function.Executable take) {
        var e = assertThrows(UserException.class, take);
        assertEquals(expected, e.expected().key());
        assertEquals(place, e.where().place());
        assertTrue(found(e).contains("(line "), found(e));
    }

    @Test
    void theNearestWordIsFound() {
        assertEquals(Optional.of("Dense"), Nearest.to("dence", List.of("Conv2d", "Dense", "ReLU")));
        assertEquals(Optional.of("Conv2d"), Nearest.to("Conv2D", List.of("Dense", "Conv2d")));
        assertEquals(Optional.empty(), Nearest.to("LSTM", List.of("Dense", "Conv2d", "ReLU")));
        assertEquals(0, Nearest.distance("", ""));
        assertEquals(3, Nearest.distance("kitten", "sitting"));
    }
}
