/// Layers: each declared once, in one file, with its properties, ports, formula and the ops it is made of.
///
/// To add one: write a class that implements [io.netwright.layer.Layer], name it in [io.netwright.layer.LayerRegistry],
/// and give it its words in `i18n/layers_*.properties`. Everything else follows; the contract test over the registry
/// says what is missing.
@NullMarked
package io.netwright.layer;

import org.jspecify.annotations.NullMarked;
