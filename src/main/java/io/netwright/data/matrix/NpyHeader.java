package io.netwright.data.matrix;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the header of an `.npy` file says: a Python dictionary with exactly the keys `descr`, `fortran_order`, `shape`.
///
/// @param descr        the type of the numbers, such as `<f4`
/// @param fortranOrder whether the first axis is fastest
/// @param shape        the sizes of the axes
record NpyHeader(String descr, boolean fortranOrder, List<Long> shape) {

    NpyHeader {
        shape = List.copyOf(shape);
    }

    /// @return the header, or null where `text` is not one
    static @Nullable NpyHeader parse(String text) {
        try {
            return new Parser(text).header();
        } catch (ParseFailure e) {
            return null;
        }
    }

    /// @return the header as NumPy writes it, not padded
    String text() {
        int[] sizes = shape.stream().mapToInt(Math::toIntExact).toArray();
        return "{'descr': '" + descr + "', 'fortran_order': " + (fortranOrder ? "True" : "False") + ", 'shape': "
                + NumericArray.shapeText(sizes) + ", }";
    }

    private static final class ParseFailure extends Exception {}

    /// Reads as much of Python as such a dictionary needs.
    private static final class Parser {
        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        NpyHeader header() throws ParseFailure {
            String descr = null;
            Boolean fortran = null;
            List<Long> shape = null;
            expect('{');
            while (!accept('}')) {
                String key = string();
                expect(':');
                switch (key) {
                    case "descr" -> descr = string();
                    case "fortran_order" -> fortran = bool();
                    case "shape" -> shape = tuple();
                    default -> throw new ParseFailure();
                }
                if (!accept(',')) {
                    expect('}');
                    break;
                }
            }
            space();
            if (at != text.length() || descr == null || fortran == null || shape == null) {
                throw new ParseFailure();
            }
            return new NpyHeader(descr, fortran, shape);
        }

        private void space() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private boolean accept(char c) {
            space();
            boolean found = at < text.length() && text.charAt(at) == c;
            at += found ? 1 : 0;
            return found;
        }

        private void expect(char c) throws ParseFailure {
            if (!accept(c)) {
                throw new ParseFailure();
            }
        }

        private String string() throws ParseFailure {
            char quote = accept('\'') ? '\'' : '"';
            if (quote == '"') {
                expect('"');
            }
            int end = text.indexOf(quote, at);
            if (end < 0) {
                throw new ParseFailure();
            }
            String value = text.substring(at, end);
            at = end + 1;
            return value;
        }

        private boolean bool() throws ParseFailure {
            space();
            for (String word : List.of("True", "False")) {
                if (text.startsWith(word, at)) {
                    at += word.length();
                    return word.equals("True");
                }
            }
            throw new ParseFailure();
        }

        private List<Long> tuple() throws ParseFailure {
            List<Long> sizes = new ArrayList<>();
            expect('(');
            while (!accept(')')) {
                sizes.add(number());
                if (!accept(',')) {
                    expect(')');
                    break;
                }
            }
            return sizes;
        }

        private long number() throws ParseFailure {
            space();
            int from = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == from || at - from > 18) {
                throw new ParseFailure();
            }
            // Python 2 wrote long numbers with an L
            long value = Long.parseLong(text.substring(from, at));
            accept('L');
            return value;
        }
    }
}
