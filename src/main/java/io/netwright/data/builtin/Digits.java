package io.netwright.data.builtin;

import io.netwright.data.DataSet;
import io.netwright.data.Target;
import io.netwright.tensor.Shape;
import java.util.List;
import java.util.stream.IntStream;

/// Handwritten digits: 1,797 grey pictures of 8 x 8 pixels, each 0 (paper) to 16 (ink).
final class Digits implements BuiltinDataSet {

    private static final int SIDE = 8;
    private static final DataSet.Range INK = new DataSet.Range(0, 16);

    @Override
    public String id() {
        return "digits";
    }

    @Override
    public int size() {
        return 1797;
    }

    /// Each line of the file holds 64 pixels, row by row, and the digit.
    @Override
    public DataSet load() {
        List<String[]> lines = Resource.read("digits.csv.gz");
        byte[] pixels = new byte[size() * SIDE * SIDE];
        int[] labels = new int[size()];
        for (int i = 0; i < labels.length; i++) {
            String[] fields = lines.get(i);
            for (int p = 0; p < SIDE * SIDE; p++) {
                pixels[i * SIDE * SIDE + p] = Byte.parseByte(fields[p]);
            }
            labels[i] = Integer.parseInt(fields[SIDE * SIDE]);
        }
        List<String> classes =
                IntStream.range(0, 10).mapToObj(Integer::toString).toList();
        return DataSet.images(id(), Shape.of(1, SIDE, SIDE), pixels, INK, new Target.Classes(labels, classes));
    }

    @Override
    public String citation() {
        return "Alpaydin, E. & Kaynak, C. (1998). Optical Recognition of Handwritten Digits [Dataset]. "
                + "UCI Machine Learning Repository. https://doi.org/10.24432/C50P49";
    }

    @Override
    public String licence() {
        return "CC BY 4.0";
    }
}
