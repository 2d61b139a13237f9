package io.netwright.data.builtin;

import io.netwright.data.DataSet;
import io.netwright.data.Target;
import java.util.Arrays;
import java.util.List;

/// Fisher's (or Anderson's) irises: 150 flowers of three species, four lengths each in centimetres.
final class Iris implements BuiltinDataSet {

    private static final List<String> FEATURES =
            List.of("sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)");

    @Override
    public String id() {
        return "iris";
    }

    @Override
    public int size() {
        return 150;
    }

    /// The first line of the file holds the numbers of rows and columns and the names of the classes.
    @Override
    public DataSet load() {
        List<String[]> lines = Resource.read("iris.csv");
        String[] head = lines.getFirst();
        List<String> classes = Arrays.asList(head).subList(2, head.length);
        int width = FEATURES.size();
        double[] values = new double[size() * width];
        int[] labels = new int[size()];
        for (int i = 0; i < labels.length; i++) {
            String[] fields = lines.get(i + 1);
            for (int c = 0; c < width; c++) {
                values[i * width + c] = Double.parseDouble(fields[c]);
            }
            labels[i] = Integer.parseInt(fields[width]);
        }
        return DataSet.table(id(), FEATURES, values, new Target.Classes(labels, classes));
    }

    @Override
    public String citation() {
        return "Fisher, R. (1936). Iris [Dataset]. UCI Machine Learning Repository. https://doi.org/10.24432/C56C76";
    }

    @Override
    public String licence() {
        return "CC BY 4.0";
    }
}
