/// Networks as ONNX models: the program's ops become ONNX operators, by one exhaustive switch.
@NullMarked
package io.netwright.exchange.onnx;

import org.jspecify.annotations.NullMarked;
