/// Charts. The only room that knows JFreeChart and, with it, AWT's colours and fonts; the others see plain arrays and
/// JavaFX nodes.
@NullMarked
package io.netwright.ui.chart;

import org.jspecify.annotations.NullMarked;
