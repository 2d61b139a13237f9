/// Optimizers: each declared once, with its hyper-parameters, its update rule and the explanation of one update.
@NullMarked
package io.netwright.train.optimizer;

import org.jspecify.annotations.NullMarked;
