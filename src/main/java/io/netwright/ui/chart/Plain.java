package io.netwright.ui.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers at an axis: as few digits as tell them apart, `1e-5` only where zeros would be counted.
final class Plain extends NumberFormat {

    private static final long serialVersionUID = 1L;

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private final DecimalFormat usual =
            new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    private final DecimalFormat tiny = new DecimalFormat("0.##E0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));

    /// @return a value as it is read off a chart: four digits
    static String text(double value) {
        return new Plain().format(new BigDecimal(value).round(FOUR_DIGITS).doubleValue());
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
        double size = Math.abs(number);
        boolean odd = size != 0 && (size < 1e-4 || size >= 1e7);
        if (odd) {
            return to.append(tiny.format(number).replace("E", "e"));
        }
        double rounded =
                size < 1 && size > 0 ? new BigDecimal(number).round(FOUR_DIGITS).doubleValue() : number;
        return to.append(usual.format(rounded));
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
        return format((double) number, to, position);
    }

    @Override
    public @Nullable Number parse(String source, ParsePosition position) {
        return usual.parse(source, position);
    }
}
