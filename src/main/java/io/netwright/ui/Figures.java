package io.netwright.ui;

import java.text.NumberFormat;
import java.util.Locale;

/// Numbers as people read them: thousands separators, units, as many digits as matter.
public final class Figures {

    /// What stands where a value does not exist (yet).
    public static final String NONE = "–";

    private static final String[] POWERS = {"", "k", "M", "G", "T", "P"};

    private Figures() {}

    /// @return `61,706`
    public static String count(long n) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(n);
    }

    /// @param unit such as `FLOP`
    /// @return `0.84 MFLOP`, `235 kFLOP`, `12 FLOP`: three digits and a power of 1000
    public static String scaled(double n, String unit) {
        int power = 0;
        double x = n;
        while (Math.abs(x) >= 1000 && power < POWERS.length - 1) {
            x /= 1000;
            power++;
        }
        return (power == 0 ? count(Math.round(x)) : digits(x)) + " " + POWERS[power] + unit;
    }

    /// @return `18.8 KB`, in steps of 1024
    public static String bytes(long n) {
        String[] units = {"B", "KB", "MB", "GB", "TB"};
        int power = 0;
        double x = n;
        while (x >= 1024 && power < units.length - 1) {
            x /= 1024;
            power++;
        }
        return (power == 0 ? count(n) : digits(x)) + " " + units[power];
    }

    private static String digits(double x) {
        int decimals = Math.abs(x) >= 100 ? 0 : Math.abs(x) >= 10 ? 1 : 2;
        return String.format(Locale.ENGLISH, "%,." + decimals + "f", x);
    }
}
