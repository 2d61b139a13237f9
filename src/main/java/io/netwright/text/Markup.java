package io.netwright.text;

/// Text in documents of XML and HTML.
public final class Markup {

    private Markup() {}

    /// @return `text` as it has to stand between tags or in quotes; characters that XML 1.0 has no way to write become
    ///   spaces
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default ->
                    safe.appendCodePoint(c < 0x20 && c != '\n' && c != '\t' || c == 0xfffe || c == 0xffff ? ' ' : c);
            }
        });
        return safe.toString();
    }
}
