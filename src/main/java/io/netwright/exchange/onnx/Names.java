package io.netwright.exchange.onnx;

import java.util.HashSet;
import java.util.Set;

/// Gives out names, each once: the wanted one where it is free, else with a number behind it (`relu1/Mul_2`).
final class Names {

    private final Set<String> taken = new HashSet<>();

    String unique(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }
}
