package io.netwright;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.jspecify.annotations.NullMarked;

/// Which room may know which. `docs/architecture.md` draws the same arrows and says why.
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "io.netwright";

    /// Generated from `src/main/proto`.
    private static final String GENERATED = ROOT + ".exchange.onnx.proto";

    /// The rooms from the ground up, each with the rooms it may use. A room uses only rooms above it in this list, so
    /// there are no cycles.
    private static final Map<String, Set<String>> ROOMS = rooms(
            "text:",
            "tensor: text",
            "op: tensor text",
            "program: op tensor text",
            "network: text",
            "layer: network program op tensor text",
            "compile: layer network program op tensor text",
            "data: network tensor text",
            "train: data compile layer network program op tensor text",
            "step: train data compile layer network program op tensor text",
            "exchange: train data compile layer network program op tensor text",
            "edit: network text",
            "advice: edit compile layer network program op tensor text",
            "project: exchange train data edit compile layer network program op tensor text",
            "lesson: project exchange step train data edit compile layer network program op tensor text",
            "ui: lesson project advice edit exchange step train data compile layer network program op tensor text",
            "cli: lesson project advice edit exchange step train data compile layer network program op tensor text",
            "app: cli ui lesson project advice edit exchange step train data compile layer network program op tensor text");

    @ArchTest
    static final ArchRule arrowsPointDown = ArchRuleDefinition.classes().should(useOnlyRoomsTheyMay());

    @ArchTest
    static final ArchRule panelsMeetOnlyInTheShell =
            ArchRuleDefinition.classes().should(leaveOtherPanelsAlone());

    @ArchTest
    static final ArchRule onlyTheWindowsKnowJavaFx = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".app..", ROOT + ".ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx..", "org.controlsfx..", "org.kordamp..");

    @ArchTest
    static final ArchRule onlyTheChartsKnowJFree = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".ui.chart..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jfree..");

    @ArchTest
    static final ArchRule onlyTheChartsKnowAwt = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".ui.chart..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..");

    @ArchTest
    static final ArchRule oneWayToTheFxThread = noClasses()
            .that()
            .haveNameNotMatching(".*\\.ui\\.FxThread(\\$.*)?")
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class);

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".app..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        List<String> bare = classes.getPackage(ROOT).getSubpackagesInTree().stream()
                .filter(p -> !p.getClasses().isEmpty() && !p.getName().equals(GENERATED))
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .sorted()
                .toList();
        assertEquals(List.of(), bare, "packages without a @NullMarked package-info.java");
    }

    @ArchTest
    static void everyRoomIsInThePlan(JavaClasses classes) throws IOException {
        Set<String> found = classes.stream()
                .map(ArchitectureTest::room)
                .filter(room -> !room.isEmpty())
                .collect(toCollection(TreeSet::new));
        found.removeAll(ROOMS.keySet());
        assertEquals(Set.of(), found, "packages that ROOMS does not place");

        String page = Files.readString(Path.of("docs/architecture.md"));
        List<String> drawn = page.lines().map(String::strip).toList();
        ROOMS.forEach((room, uses) -> {
            String line = "| `" + room + "` | " + (uses.isEmpty() ? "nothing" : String.join(", ", uses)) + " |";
            assertTrue(
                    drawn.stream().anyMatch(l -> l.startsWith(line)),
                    () -> "docs/architecture.md should have the table row that begins " + line);
        });
    }

    private static Map<String, Set<String>> rooms(String... lines) {
        Map<String, Set<String>> rooms = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split(":", 2);
            Set<String> uses = Stream.of(parts[1].strip().split(" "))
                    .filter(name -> !name.isEmpty())
                    .collect(toCollection(LinkedHashSet::new));
            if (!rooms.keySet().containsAll(uses)) {
                throw new IllegalArgumentException("an arrow that points up in: " + line);
            }
            rooms.put(parts[0], uses);
        }
        return rooms;
    }

    /// @return the first package below the root, or "" where there is none
    private static String room(JavaClass type) {
        return part(type, 0);
    }

    private static String part(JavaClass type, int index) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT + ".")) {
            return "";
        }
        String[] parts = name.substring(ROOT.length() + 1).split("\\.");
        return index < parts.length ? parts[index] : "";
    }

    private static ArchCondition<JavaClass> useOnlyRoomsTheyMay() {
        return onEachArrow("use only the rooms below them", arrow -> {
            String from = room(arrow.getOriginClass());
            String to = room(arrow.getTargetClass());
            return to.isEmpty()
                    || from.equals(to)
                    || ROOMS.getOrDefault(from, Set.of()).contains(to);
        });
    }

    private static ArchCondition<JavaClass> leaveOtherPanelsAlone() {
        return onEachArrow(
                "know no other panel, only the shell's common parts, the charts and the property editors", arrow -> {
                    String from = part(arrow.getOriginClass(), 1);
                    String to = part(arrow.getTargetClass(), 1);
                    boolean betweenWindows = room(arrow.getOriginClass()).equals("ui")
                            && room(arrow.getTargetClass()).equals("ui");
                    return !betweenWindows
                            || from.isEmpty()
                            || to.isEmpty()
                            || from.equals(to)
                            || to.equals("chart")
                            || to.equals("property");
                });
    }

    private static ArchCondition<JavaClass> onEachArrow(String description, Predicate<Dependency> ok) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(ok.negate())
                        .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
            }
        };
    }
}
