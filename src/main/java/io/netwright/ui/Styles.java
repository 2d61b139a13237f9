package io.netwright.ui;

/// The style classes of `assets/styles`, so that no view spells one by hand.
public final class Styles {

    /// A framed surface with radius 10 and padding.
    public static final String CARD = "nw-card";
    /// A small rounded label: a shape on a wire, a switch of a legend.
    public static final String CHIP = "nw-chip";
    /// A count beside a heading.
    public static final String BADGE = "nw-badge";
    /// A number that matters: 20 px, semi-bold.
    public static final String FIGURE = "nw-figure";
    /// Secondary text.
    public static final String MUTED = "nw-muted";
    /// The faintest text: prompts, units, shortcuts.
    public static final String FAINT = "nw-faint";
    /// 11.5-px text.
    public static final String SMALL = "nw-small";
    /// Numbers and shapes in columns.
    public static final String MONO = "nw-mono";
    /// A formula: serif, italic.
    public static final String FORMULA = "nw-formula";
    /// Semi-bold text of the current size.
    public static final String STRONG = "nw-strong";
    /// The title of a panel or a card.
    public static final String TITLE = "nw-title";
    /// A small heading over a group of rows or controls.
    public static final String HEADING = "nw-heading";
    /// The words and picture of a view that has nothing to show yet.
    public static final String EMPTY_STATE = "nw-empty-state";
    /// The one action of a view that matters most.
    public static final String PRIMARY = "nw-primary";
    /// A button that is only an icon.
    public static final String ICON_BUTTON = "nw-icon-button";
    /// A button without frame until hovered.
    public static final String QUIET = "nw-quiet";
    /// A keyboard shortcut, drawn as a key cap.
    public static final String KEY_CAP = "nw-key-cap";
    /// A side panel on the panel colour.
    public static final String PANEL = "nw-panel";
    /// A surface on the canvas colour.
    public static final String CANVAS = "nw-canvas";
    /// A hairline between groups.
    public static final String RULE = "nw-rule";
    /// What floats above the window: shadow and radius.
    public static final String FLOATING = "nw-floating";
    /// The scroll pane of a panel: no frame, thin bar.
    public static final String BARE_SCROLL = "nw-bare-scroll";
    /// The text of something in order, to be looked at, or wrong.
    public static final String GOOD = "nw-good";

    public static final String WARNING = "nw-warning";
    public static final String BAD = "nw-bad";
    /// The colour of the backward pass.
    public static final String GRADIENT = "nw-gradient";
    /// A field whose text is not accepted.
    public static final String INVALID = "nw-invalid";
    /// The little square of a layer family; see [#family(String)].
    public static final String FAMILY_SQUARE = "nw-family-square";

    private Styles() {}

    /// @param key the key of a layer family, such as `convolution`
    /// @return the style class that gives `-nw-family` the family's colour, for squares, bars and borders
    public static String family(String key) {
        return "nw-family-" + key;
    }
}
