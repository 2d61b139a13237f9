package io.netwright.ui.training;

import io.netwright.data.DataSet;
import io.netwright.data.Target;
import io.netwright.tensor.Tensor;
import io.netwright.train.TrainingPlan;
import io.netwright.train.plane.Pca;
import io.netwright.train.plane.Tsne;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Vectors of many dimensions as points of a plane: the tokens of an embedding, each by its name, or what a layer gives
/// for samples, each by its class.
///
/// @param places  x, y, x, y, ... upwards
/// @param names   what each stands for; empty where that is its class
/// @param classes the class of each; empty where it is its name
record PlaneMap(double[] places, List<String> names, int[] classes) {

    /// More cannot be told apart, and would take too long.
    private static final int MOST = 300;
    private static final double PERPLEXITY = 12;

    /// How vectors get their places.
    enum Method {
        PCA,
        TSNE;

        String key() {
            return this == PCA ? "pca" : "tsne";
        }

        private double[] plane(double[] vectors, int width) {
            return this == PCA ? Pca.plane(vectors, width) : Tsne.plane(vectors, width, PERPLEXITY);
        }
    }

    int size() {
        return places.length / 2;
    }

    /// @param table a vector a row. Not modified.
    /// @return null where the rows are not those of the plan's tokens
    static @Nullable PlaneMap ofTokens(TrainingPlan plan, Tensor table, Method method) {
        List<String> vocabulary = plan.data().raw().vocabulary();
        if (table.rank() != 2 || table.dim(0) != vocabulary.size() || table.dim(1) < 2) {
            return null;
        }
        int n = Math.min(MOST, table.dim(0));
        return new PlaneMap(
                method.plane(rows(table, n), table.dim(1)),
                vocabulary.subList(0, n).stream().map(PlaneMap::visible).toList(),
                new int[0]);
    }

    /// @param output  of a layer for these samples, batch axis first. Not modified.
    /// @param samples of the plan's data
    /// @return null where it gives no vectors of three numbers or more, or samples have no classes
    static @Nullable PlaneMap ofSamples(TrainingPlan plan, Tensor output, int[] samples, Method method) {
        DataSet raw = plan.data().raw();
        boolean classes = raw.kind() != DataSet.Kind.TEXT && raw.target() instanceof Target.Classes;
        if (!classes || output.rank() != 2 || output.dim(1) < 3) {
            return null;
        }
        int n = Math.min(MOST, output.dim(0));
        int[] of = Arrays.stream(samples).limit(n).map(raw.target()::classOf).toArray();
        return new PlaneMap(method.plane(rows(output, n), output.dim(1)), List.of(), of);
    }

    private static double[] rows(Tensor t, int n) {
        double[] rows = new double[n * t.dim(1)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = t.get(i);
        }
        return rows;
    }

    /// What cannot be seen is written as editors do.
    private static String visible(String token) {
        return switch (token) {
            case " " -> "␣";
            case "\n" -> "⏎";
            case "\t" -> "⇥";
            case "\r" -> "␍";
            default -> token;
        };
    }
}
