package io.netwright.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Small pictures: icons, and the coloured square of a layer family.
public final class Icons {

    private Icons() {}

    /// @param styles more style classes, such as [Styles#WARNING]
    public static FontIcon of(Ikon ikon, String... styles) {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().addAll(styles);
        return icon;
    }

    /// @param family the key of a layer family, such as `convolution`
    /// @return its 10-px square
    public static Region familySquare(String family) {
        Region square = new Region();
        square.getStyleClass().addAll(Styles.FAMILY_SQUARE, Styles.family(family));
        return square;
    }

    /// @return a label with these style classes and no words yet
    public static Label label(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        return label;
    }
}
