package io.netwright.advice;

import io.netwright.compile.Compilation;
import io.netwright.compile.Compiler;
import io.netwright.compile.DataSignature;
import io.netwright.compile.Diagnostic;
import io.netwright.edit.Design;
import io.netwright.edit.Levels;
import io.netwright.layer.LayerRegistry;
import io.netwright.network.Node;
import io.netwright.network.References;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ways out of what a diagnostic says, each one click. Whatever is offered has been tried: the design was compiled with
/// it, and that very diagnostic was gone. It may leave other problems, or bring those to light that this one hid.
///
/// Trying takes a compilation a candidate, so on a large network this is not for the FX thread.
public final class Repairs {

    private static final int MOST = 4;

    private final LayerRegistry registry;
    private final Compiler compiler;
    private final Design design;
    private final @Nullable DataSignature data;
    private final Compilation compilation;

    /// A repair that was tried.
    ///
    /// @param repair what is offered
    /// @param design what it makes of the design
    /// @param after  that design, compiled
    public record Tried(Repair repair, Design design, Compilation after) {

        long errors() {
            return after.diagnostics().stream().filter(Diagnostic::isError).count();
        }
    }

    /// @param compilation of this design
    /// @param data        what the network is to run on; null where none is chosen
    public Repairs(LayerRegistry registry, Design design, Compilation compilation, @Nullable DataSignature data) {
        this.registry = registry;
        this.compiler = new Compiler(registry);
        this.design = design;
        this.data = data;
        this.compilation = compilation;
    }

    /// @param diagnostic of the compiler, or of [Findings]
    /// @return the ways out: those that leave the fewest errors first, of equal ones the most usual
    public List<Tried> of(Diagnostic diagnostic) {
        List<Tried> tried = new ArrayList<>();
        for (Repair repair : candidates(diagnostic)) {
            attempt(repair)
                    .filter(t -> !isThere(diagnostic, t))
                    .filter(t -> tried.stream().noneMatch(o -> o.design().equals(t.design())))
                    .ifPresent(tried::add);
        }
        tried.sort(Comparator.comparingLong(Tried::errors));
        return tried.stream().limit(MOST).toList();
    }

    // what is wrong inside a block is mended there, as if that were the whole network
    private List<Repair> candidates(Diagnostic diagnostic) {
        String path = diagnostic.node();
        List<Node> way = path == null ? List.of() : References.along(design.network(), path);
        if (way.size() < 2 || path == null || !path.endsWith("." + way.getLast().name())) {
            return new Candidates(registry, design, compilation, data).of(diagnostic);
        }
        List<String> level =
                way.subList(0, way.size() - 1).stream().map(Node::name).toList();
        return Levels.at(design, level)
                .map(inner -> new Candidates(registry, inner, compilation.inside(level), data)
                        .of(diagnostic.at(way.getLast().name())))
                .orElse(List.of())
                .stream()
                .map(r -> new Repair(r.label(), Levels.inside(level, r.edit())))
                .toList();
    }

    private Optional<Tried> attempt(Repair repair) {
        Design after = repair.edit().change().apply(design);
        return after.equals(design)
                ? Optional.empty()
                : Optional.of(
                        new Tried(repair, after, compiler.compile(after.network(), data, Compiler.Mode.TRAINING)));
    }

    private boolean isThere(Diagnostic problem, Tried tried) {
        List<Diagnostic> left = new ArrayList<>(tried.after().diagnostics());
        if (Findings.isFinding(problem)) {
            left.addAll(Findings.of(registry, tried.after(), data));
        }
        return left.stream().anyMatch(d -> isSame(d, problem));
    }

    // the same complaint at the same place, whatever numbers it names
    private static boolean isSame(Diagnostic a, Diagnostic b) {
        return a.message().key().equals(b.message().key())
                && Objects.equals(a.node(), b.node())
                && Objects.equals(a.port(), b.port())
                && Objects.equals(a.property(), b.property());
    }
}
