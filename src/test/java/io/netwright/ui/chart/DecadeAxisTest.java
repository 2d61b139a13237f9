package io.netwright.ui.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

class DecadeAxisTest {

    @Test
    void manyDecadesHaveALineEach() {
        assertArrayEquals(
                new double[] {0.001, 0.01, 0.1, 1},
                DecadeAxis.marks(new Range(0.00051, 3.9)),
                "as a person reads them");
    }

    @Test
    void fewDecadesHaveLinesAtTwoAndFiveToo() {
        assertArrayEquals(new double[] {0.05, 0.1, 0.2, 0.5, 1, 2}, DecadeAxis.marks(new Range(0.04, 2.3)));
    }

    @Test
    void veryManyDecadesLeaveSomeOut() {
        double[] marks = DecadeAxis.marks(new Range(1e-12, 1e12));
        assertTrue(marks.length >= 5 && marks.length <= 9, () -> marks.length + " lines");
        assertTrue(java.util.Arrays.stream(marks).anyMatch(m -> m == 1));
    }

    @Test
    void lessThanADecadeIsDividedEvenly() {
        assertArrayEquals(new double[] {0.62, 0.64, 0.66, 0.68}, DecadeAxis.marks(new Range(0.61, 0.69)), 1e-12);
    }
}
