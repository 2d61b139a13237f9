/// Schedules: how the learning rate goes over a run, each declared once with its settings and its formula.
@NullMarked
package io.netwright.train.schedule;

import org.jspecify.annotations.NullMarked;
