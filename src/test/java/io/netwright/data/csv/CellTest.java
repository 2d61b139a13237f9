package io.netwright.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "NA", "n/a", "#N/A", "NaN", "nan", "null", "NULL", "?", " ? ", "\u3000"})
    void missing(String field) {
        assertEquals(Cell.MISSING, Cell.of(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "+7", " 42 ", "007", "1e5", "2E-3"})
    void whole(String field) {
        assertEquals(Cell.WHOLE, Cell.of(field));
        assertEquals(Double.parseDouble(field.strip()), Cell.parse(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "-.5", "3.", "1.25e-3", "+0.1"})
    void withPoint(String field) {
        assertEquals(Cell.POINT, Cell.of(field));
        assertEquals(Double.parseDouble(field), Cell.parse(field));
        assertTrue(Cell.POINT.isNumber(false));
        assertFalse(Cell.POINT.isNumber(true));
    }

    @Test
    void withComma() {
        assertEquals(Cell.COMMA, Cell.of("-1,5"));
        assertEquals(-1.5, Cell.parse("-1,5"));
        assertEquals(Cell.COMMA, Cell.of(",25"));
        assertTrue(Cell.COMMA.isNumber(true));
        assertFalse(Cell.COMMA.isNumber(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inf", "-inf", "+Infinity", "INF", "-\u221e"})
    void infinite(String field) {
        assertEquals(Cell.INFINITE, Cell.of(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2012-01-31",
                "2012/1/5",
                "2012-01",
                "31.01.2012",
                "1/31/2012",
                "31/1/2012",
                "2012-01-31 12:30",
                "2012-01-31T12:30:00Z",
                "2012-01-31 1:30 PM"
            })
    void dates(String field) {
        assertEquals(Cell.DATE, Cell.of(field));
    }

    /// Among them what `Double.parseDouble` would take for numbers.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "1d",
                "1f",
                "0x1p3",
                "1.2.3",
                "1,234.5",
                "1.234,5",
                "--1",
                "+",
                "-",
                ".",
                ",",
                "e5",
                "1e",
                "1e+",
                "12%",
                "$5",
                "1 2",
                "2012-13-01",
                "2012-1-32",
                "99/99/2012",
                "2012-01-31 noon",
                "1-2",
                "nano",
                "nanny",
                "none",
                "infinite",
                "\u0661\u0662",
                "10.0.0.1",
                "2012-01-",
                "12-2012"
            })
    void texts(String field) {
        assertEquals(Cell.TEXT, Cell.of(field));
    }

    @Property(tries = 1000)
    void everyDoubleIsReadBackAsItWas(@ForAll double value) {
        String text = Double.toString(value);
        assertTrue(Cell.of(text).isNumber(false), text);
        assertEquals(value, Cell.parse(text));
    }

    @Property(tries = 1000)
    void nothingMakesItFail(@ForAll String field) {
        Cell cell = Cell.of(field);
        assertNotNull(cell);
        if (cell.isNumber(false) || cell.isNumber(true)) {
            Cell.parse(field);
        }
    }
}
