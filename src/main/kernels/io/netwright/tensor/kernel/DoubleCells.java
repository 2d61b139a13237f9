package io.netwright.tensor.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What one step of each recurrent cell computes, and its derivative. The loops with exponentials run over all samples
/// and units in place, for HotSpot vectorises those only.
final class DoubleCells {

    private DoubleCells() {}

    /// Writes what the products of sample n start from: what the input contributes to the gates, and the bias. The
    /// input's part of a GRU's n is added later, for it is not gated.
    static void start(Steps s, int n, int t, double[] gates, double @Nullable [] bias, double[] products) {
        int width = s.width();
        int at = n * width;
        int copied = s.cell() == Cell.GRU ? 2 * s.units() : width;
        System.arraycopy(gates, s.row(n, t), products, at, copied);
        Arrays.fill(products, at + copied, at + width, 0);
        if (bias != null) {
            for (int i = 0; i < width; i++) {
                products[at + i] += bias[i];
            }
        }
    }

    /// Fills the parts of step t, except that masked samples are not held.
    static void step(Steps s, int t, int before, double[] gates, double[] products, double[] tape) {
        switch (s.cell()) {
            case RNN_TANH -> {
                System.arraycopy(products, 0, tape, s.part(t, 0), s.block());
                tanh(tape, s.part(t, 0), s.block());
            }
            case RNN_RELU -> {
                int at = s.part(t, 0);
                for (int i = 0; i < s.block(); i++) {
                    tape[at + i] = Math.max(products[i], 0);
                }
            }
            case LSTM -> lstm(s, t, before, products, tape);
            case GRU -> gru(s, t, before, gates, products, tape);
        }
    }

    private static void lstm(Steps s, int t, int before, double[] products, double[] tape) {
        for (int gate = 0; gate < 4; gate++) {
            split(s, gate, products, tape, s.part(t, gate));
        }
        int size = s.block();
        int i = s.part(t, 0);
        int f = s.part(t, 1);
        int g = s.part(t, 2);
        int o = s.part(t, 3);
        sigmoid(tape, i, 2 * size);
        tanh(tape, g, size);
        sigmoid(tape, o, size);
        int c = s.part(t, Cell.STATE);
        if (before < 0) {
            for (int k = 0; k < size; k++) {
                tape[c + k] = tape[i + k] * tape[g + k];
            }
        } else {
            int old = s.part(before, Cell.STATE);
            for (int k = 0; k < size; k++) {
                tape[c + k] = tape[f + k] * tape[old + k] + tape[i + k] * tape[g + k];
            }
        }
        int squashed = s.part(t, Cell.SQUASHED);
        System.arraycopy(tape, c, tape, squashed, size);
        tanh(tape, squashed, size);
        int h = s.output(t);
        for (int k = 0; k < size; k++) {
            tape[h + k] = tape[o + k] * tape[squashed + k];
        }
    }

    private static void gru(Steps s, int t, int before, double[] gates, double[] products, double[] tape) {
        split(s, 0, products, tape, s.part(t, 0));
        split(s, 1, products, tape, s.part(t, 1));
        split(s, 2, products, tape, s.part(t, Cell.RECALLED));
        int size = s.block();
        int r = s.part(t, 0);
        int z = s.part(t, 1);
        int fresh = s.part(t, 2);
        int recalled = s.part(t, Cell.RECALLED);
        sigmoid(tape, r, 2 * size);
        for (int n = 0; n < s.samples(); n++) {
            System.arraycopy(gates, s.row(n, t) + 2 * s.units(), tape, fresh + n * s.units(), s.units());
        }
        for (int k = 0; k < size; k++) {
            tape[fresh + k] += tape[r + k] * tape[recalled + k];
        }
        tanh(tape, fresh, size);
        int h = s.output(t);
        if (before < 0) {
            for (int k = 0; k < size; k++) {
                tape[h + k] = (1 - tape[z + k]) * tape[fresh + k];
            }
        } else {
            int old = s.output(before);
            for (int k = 0; k < size; k++) {
                tape[h + k] = (1 - tape[z + k]) * tape[fresh + k] + tape[z + k] * tape[old + k];
            }
        }
    }

    /// Takes one gate of all samples out of the rows of products.
    private static void split(Steps s, int gate, double[] products, double[] tape, int to) {
        for (int n = 0; n < s.samples(); n++) {
            System.arraycopy(products, n * s.width() + gate * s.units(), tape, to + n * s.units(), s.units());
        }
    }

    private static void sigmoid(double[] y, int at, int n) {
        for (int i = at; i < at + n; i++) {
            y[i] = VectorMath.sigmoid(y[i]);
        }
    }

    private static void tanh(double[] y, int at, int n) {
        for (int i = at; i < at + n; i++) {
            y[i] = VectorMath.tanh(y[i]);
        }
    }

    /// Sample n of step t, backwards.
    ///
    /// @param carried      the derivative with respect to the output of this step; left behind is the part of the
    ///                     derivative with respect to the output before that does not go through the weights
    /// @param carriedState the same for the state of an LSTM
    /// @param dgates       gets the derivatives with respect to what the input contributes
    /// @param products     for a GRU, gets the derivatives with respect to the products with the weights
    static void back(
            Steps s,
            int n,
            int t,
            int before,
            double[] tape,
            double[] carried,
            double[] carriedState,
            double[] dgates,
            double[] products) {
        int own = n * s.units();
        int to = s.row(n, t);
        switch (s.cell()) {
            case RNN_TANH -> {
                for (int j = 0; j < s.units(); j++) {
                    double h = tape[s.part(t, 0) + own + j];
                    dgates[to + j] = carried[own + j] * (1 - h * h);
                    carried[own + j] = 0;
                }
            }
            case RNN_RELU -> {
                for (int j = 0; j < s.units(); j++) {
                    dgates[to + j] = tape[s.part(t, 0) + own + j] > 0 ? carried[own + j] : 0;
                    carried[own + j] = 0;
                }
            }
            case LSTM -> lstmBack(s, own, t, before, tape, carried, carriedState, dgates, to);
            case GRU -> gruBack(s, own, t, before, tape, carried, dgates, to, products, n * s.width());
        }
    }

    private static void lstmBack(
            Steps s,
            int own,
            int t,
            int before,
            double[] tape,
            double[] carried,
            double[] carriedState,
            double[] dgates,
            int to) {
        int units = s.units();
        int atI = s.part(t, 0) + own;
        int atF = s.part(t, 1) + own;
        int atG = s.part(t, 2) + own;
        int atO = s.part(t, 3) + own;
        int atS = s.part(t, Cell.SQUASHED) + own;
        int old = before < 0 ? -1 : s.part(before, Cell.STATE) + own;
        for (int j = 0; j < units; j++) {
            double i = tape[atI + j];
            double f = tape[atF + j];
            double g = tape[atG + j];
            double o = tape[atO + j];
            double squashed = tape[atS + j];
            double dh = carried[own + j];
            double dc = carriedState[own + j] + dh * o * (1 - squashed * squashed);
            double c = old < 0 ? 0 : tape[old + j];
            dgates[to + j] = dc * g * i * (1 - i);
            dgates[to + units + j] = dc * c * f * (1 - f);
            dgates[to + 2 * units + j] = dc * i * (1 - g * g);
            dgates[to + 3 * units + j] = dh * squashed * o * (1 - o);
            carriedState[own + j] = dc * f;
            carried[own + j] = 0;
        }
    }

    private static void gruBack(
            Steps s,
            int own,
            int t,
            int before,
            double[] tape,
            double[] carried,
            double[] dgates,
            int to,
            double[] products,
            int productsAt) {
        int units = s.units();
        int atR = s.part(t, 0) + own;
        int atZ = s.part(t, 1) + own;
        int atN = s.part(t, 2) + own;
        int atQ = s.part(t, Cell.RECALLED) + own;
        int old = before < 0 ? -1 : s.output(before) + own;
        for (int j = 0; j < units; j++) {
            double r = tape[atR + j];
            double z = tape[atZ + j];
            double fresh = tape[atN + j];
            double dh = carried[own + j];
            double h = old < 0 ? 0 : tape[old + j];
            double dn = dh * (1 - z) * (1 - fresh * fresh);
            double dr = dn * tape[atQ + j] * r * (1 - r);
            double dz = dh * (h - fresh) * z * (1 - z);
            dgates[to + j] = dr;
            dgates[to + units + j] = dz;
            dgates[to + 2 * units + j] = dn;
            products[productsAt + j] = dr;
            products[productsAt + units + j] = dz;
            products[productsAt + 2 * units + j] = dn * r;
            carried[own + j] = dh * z;
        }
    }
}
