package io.netwright.ui.property;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netwright.layer.Prop;
import io.netwright.layer.conv.Conv2d;
import io.netwright.layer.core.Dense;
import io.netwright.layer.core.Input;
import io.netwright.layer.regular.Dropout;
import io.netwright.network.PropValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"3 × 3", "3x3", "3, 3", "3 3", " 3 * 3 ", "3;3"})
    void twoNumbersCanBeWrittenInManyWays(String text) {
        assertEquals(PropValue.ints(3, 3), PropText.parse(Conv2d.WINDOW.kernel(), text));
    }

    @Test
    void oneNumberStandsForTwoEqualOnes() {
        PropValue raw = PropText.parse(Conv2d.WINDOW.kernel(), "5");
        assertEquals(java.util.List.of(5, 5), Conv2d.WINDOW.kernel().decode(raw));
    }

    @Test
    void nothingIsNoNumbers() {
        assertEquals(PropValue.ints(), PropText.parse(Input.SHAPE, "  "));
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "' 64 ', 64", "'1,024', 1024", "1_000, 1000", "-3, -3"})
    void wholeNumbersMayHaveThousandsSetOff(String text, long value) {
        assertEquals(PropValue.of(value), PropText.parse(Dense.UNITS, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "6.5", "", "1e3", "99999999999999999999"})
    void whatIsNoWholeNumberIsKeptAsItWasTyped(String text) {
        assertEquals(PropValue.of(text), PropText.parse(Dense.UNITS, text));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.5", ".5, 0.5", "1e-5, 1e-5", "2, 2", "-0.25, -0.25"})
    void numbersAreReadAsPeopleWriteThem(String text, double value) {
        assertEquals(PropValue.of(value), PropText.parse(Dropout.RATE, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "0x1p3", "NaN", "Infinity", "1e999", "1..2", "half"})
    void whatJavaReadsAndPeopleDoNotIsNoNumber(String text) {
        assertEquals(PropValue.of(text), PropText.parse(Dropout.RATE, text));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "1e-5, 1e-5", "2, 2", "0.001, 0.001", "-0.25, -0.25", "1e300, 1e300", "123456.5, 123456.5"})
    void numbersAreWrittenAsShortAsTheyReadBack(String text, double value) {
        assertEquals(text, PropText.number(value));
        assertEquals(PropValue.of(value), PropText.parse(Dropout.RATE, text));
    }

    @Test
    void aListIsWrittenWithTimesSigns() {
        assertEquals("3 × 5", PropText.format(PropValue.ints(3, 5)));
    }

    @Test
    void textIsTakenAsItIs() {
        assertEquals(PropValue.of(" a "), PropText.parse(new Prop.TextProp("note", ""), " a "));
    }
}
