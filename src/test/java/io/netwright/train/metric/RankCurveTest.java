package io.netwright.train.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netwright.train.Calibration;
import io.netwright.train.Scores;
import org.junit.jupiter.api.Test;

/// Against the examples of scikit-learn's documentation, and by hand.
class RankCurveTest {

    private static final double[] SCORE = {0.1, 0.4, 0.35, 0.8};
    private static final boolean[] POSITIVE = {false, false, true, true};

    @Test
    void rocAsScikitLearnDocumentsIt() {
        // roc_curve: fpr [0, 0, 0.5, 0.5, 1], tpr [0, 0.5, 0.5, 1, 1]; roc_auc_score 0.75
        RankCurve roc = RankCurve.roc(SCORE, POSITIVE);
        assertArrayEquals(new double[] {0, 0, 0.5, 0.5, 1}, roc.x());
        assertArrayEquals(new double[] {0, 0.5, 0.5, 1, 1}, roc.y());
        assertEquals(0.75, roc.area());
    }

    @Test
    void precisionAndRecallAsScikitLearnDocumentsThem() {
        // precision_recall_curve: precision [0.5, 0.667, 0.5, 1, 1], recall [1, 1, 0.5, 0.5, 0]; average precision 0.83
        RankCurve pr = RankCurve.precisionRecall(SCORE, POSITIVE);
        assertArrayEquals(new double[] {0, 0.5, 0.5, 1, 1}, pr.x());
        assertArrayEquals(new double[] {1, 1, 0.5, 2.0 / 3, 0.5}, pr.y(), 1e-15);
        assertEquals(0.8333333333333333, pr.area(), 1e-15);
    }

    @Test
    void equalScoresAreOneThreshold() {
        RankCurve roc = RankCurve.roc(new double[] {0.5, 0.5, 0.5, 0.5}, POSITIVE);
        assertArrayEquals(new double[] {0, 1}, roc.x());
        assertEquals(0.5, roc.area());
    }

    @Test
    void calibrationByHand() {
        // bins of 0.1: two samples at 0.9 of which one is right, one at 0.6 that is right
        Scores scores = new Scores(true, 2, new double[] {0.9, 0.1, 0.1, 0.9, 0.6, 0.4});
        Calibration c = Calibration.of(scores, new int[] {0, 0, 0}, 10);
        assertArrayEquals(new double[] {0.6, 0.9}, c.confidence(), 1e-15);
        assertArrayEquals(new double[] {1, 0.5}, c.accuracy());
        assertEquals((0.4 * 1 + 0.4 * 2) / 3, c.error(), 1e-15);
    }
}
