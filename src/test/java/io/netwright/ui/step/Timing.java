package io.netwright.ui.step;

import io.netwright.train.Nets;
import io.netwright.ui.Theme;
import java.util.Locale;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class Timing {
    @Test
    void time() throws Exception {
        FxToolkit.registerPrimaryStage();
        StepFixture f = WaitForAsyncUtils.asyncFx(() -> {
                    StepFixture x = new StepFixture(
                            Nets.smallCnn(),
                            Nets.builtin("digits"),
                            Nets.sgd(0.1).withBatchSize(64).withOptimizer(Nets.adam(0.01)),
                            Theme.Mode.LIGHT,
                            Locale.ENGLISH,
                            990,
                            900);
                    Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
                    stage.setScene(x.scene);
                    stage.show();
                    return x;
                })
                .get();
        WaitForAsyncUtils.waitForFxEvents();
        int n = f.view.recording().size();
        for (int round = 0; round < 4; round++) {
            StringBuilder b = new StringBuilder("round " + round + "\n");
            for (int i = 0; i < n; i++) {
                int k = i;
                b.append(WaitForAsyncUtils.asyncFx(() -> {
                            long t0 = System.nanoTime();
                            f.view.goTo(k);
                            long t1 = System.nanoTime();
                            f.scene.getRoot().applyCss();
                            long t2 = System.nanoTime();
                            f.scene.getRoot().layout();
                            long t3 = System.nanoTime();
                            int nodes = count(f.scene.getRoot());
                            return String.format(
                                    "%2d %-22s go %4d css %4d layout %4d nodes %d%n",
                                    k,
                                    f.view.recording().frame(k).op(),
                                    (t1 - t0) / 1000000,
                                    (t2 - t1) / 1000000,
                                    (t3 - t2) / 1000000,
                                    nodes);
                        })
                        .get());
                WaitForAsyncUtils.waitForFxEvents();
            }
            if (round > 1) System.err.println(b);
        }
    }

    static int count(javafx.scene.Node n) {
        int c = 1;
        if (n instanceof javafx.scene.Parent p) for (var x : p.getChildrenUnmodifiable()) c += count(x);
        return c;
    }
}
