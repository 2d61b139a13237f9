package io.netwright.layer.block;

import io.netwright.layer.Family;
import io.netwright.layer.Layer;
import io.netwright.layer.LayerBuilder;
import io.netwright.layer.LayerInfo;
import io.netwright.layer.PortInfo;
import io.netwright.network.Block;
import java.util.List;

/// A port of a block, as it looks from inside. The compiler sees through it; it builds nothing itself.
public final class BlockPort implements Layer {

    /// What comes into the block at the port of this name.
    public static final BlockPort INPUT = new BlockPort(new LayerInfo(
            Block.INPUT, Family.BLOCK, List.of("input port"), "in", "X", List.of(), List.of(PortInfo.OUT), List.of()));

    /// What goes out of the block at the port of this name.
    public static final BlockPort OUTPUT = new BlockPort(new LayerInfo(
            Block.OUTPUT,
            Family.BLOCK,
            List.of("output port"),
            "out",
            "Y",
            List.of(PortInfo.IN),
            List.of(),
            List.of()));

    private final LayerInfo info;

    private BlockPort(LayerInfo info) {
        this.info = info;
    }

    @Override
    public LayerInfo info() {
        return info;
    }

    @Override
    public void build(LayerBuilder b) {
        throw new IllegalStateException("a port of a block computes nothing");
    }
}
