package io.netwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FuzzyTest {

    @Test
    void betterAnswersScoreHigher() {
        int whole = Fuzzy.score("conv2d", "Conv2d");
        int start = Fuzzy.score("conv", "Conv2d");
        int word = Fuzzy.score("pool", "MaxPool2d");
        int inside = Fuzzy.score("ool", "MaxPool2d");
        int letters = Fuzzy.score("mpl", "MaxPool2d");
        assertTrue(whole > start && start > word && word > inside && inside > letters && letters > Fuzzy.NONE);
    }

    @Test
    void lettersMustOccurInOrderAndNotTooFarApart() {
        assertEquals(Fuzzy.NONE, Fuzzy.score("xyz", "Dense"));
        assertEquals(Fuzzy.NONE, Fuzzy.score("esned", "Dense"));
        assertEquals(Fuzzy.NONE, Fuzzy.score("dt", "a deep and very long sentence about it"));
    }

    @Test
    void ofTwoEqualAnswersTheShorterIsBetter() {
        assertTrue(Fuzzy.score("conv", "Conv2d") > Fuzzy.score("conv", "ConvTranspose2d"));
    }

    @Test
    void chineseIsFoundByItsCharacters() {
        assertTrue(Fuzzy.score("卷积", "二维卷积") > Fuzzy.NONE);
        assertEquals(Fuzzy.NONE, Fuzzy.score("池化", "二维卷积"));
    }
}
