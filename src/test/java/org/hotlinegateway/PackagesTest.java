package org.hotlinegateway;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the package table of docs/architecture.md. */
class PackagesTest {
    private static final String ROOT = "org.hotlinegateway.";

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("calendar", Set.of()),
            Map.entry("vault", Set.of()),
            Map.entry("simulator", Set.of()),
            Map.entry("mapping", Set.of("vault")),
            Map.entry("ledger", Set.of("vault")),
            Map.entry("peer", Set.of("vault", "mapping")),
            Map.entry("intake", Set.of("ledger", "peer", "vault", "mapping", "attachment")),
            Map.entry("attachment", Set.of("ledger", "peer", "vault", "casework", "delivery")),
            Map.entry("casework", Set.of("ledger", "calendar", "peer")),
            Map.entry("delivery", Set.of("ledger", "peer", "mapping")),
            Map.entry("workbench", Set.of("mapping", "ledger", "peer", "vault")),
            Map.entry("supervision", Set.of("ledger", "calendar", "casework", "peer", "vault")),
            Map.entry(
                    "console",
                    Set.of(
                            "calendar",
                            "vault",
                            "mapping",
                            "ledger",
                            "peer",
                            "intake",
                            "attachment",
                            "casework",
                            "delivery",
                            "workbench",
                            "supervision")),
            Map.entry(
                    "flow",
                    Set.of(
                            "calendar",
                            "vault",
                            "mapping",
                            "ledger",
                            "peer",
                            "intake",
                            "attachment",
                            "casework",
                            "delivery",
                            "workbench",
                            "supervision")),
            Map.entry("cli", Set.of("mapping", "workbench", "ledger", "delivery", "vault")));

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath("target/classes");

    @Test
    void aPackageUsesOnlyWhatTheTableAllows() {
        Set<String> breaches = new TreeSet<>();
        for (JavaClass javaClass : CLASSES) {
            String from = packageOf(javaClass);
            if (from.isEmpty()) {
                continue;
            }
            javaClass.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> packageOf(dependency.getTargetClass()))
                    .filter(to -> !to.isEmpty() && !to.equals(from))
                    .filter(to -> !MAY_USE.getOrDefault(from, Set.of()).contains(to))
                    .forEach(to -> breaches.add(from + " → " + to + " in " + javaClass.getSimpleName()));
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void packagesAreFlatAndKnown() {
        Set<String> names = new TreeSet<>();
        CLASSES.forEach(javaClass -> names.add(javaClass.getPackageName()));
        names.remove("org.hotlinegateway");
        assertThat(names).allSatisfy(name -> assertThat(MAY_USE).containsKey(name.substring(ROOT.length())));
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyFlowKnowsCamelAndJms() {
        Set<String> breaches = new TreeSet<>();
        for (JavaClass javaClass : CLASSES) {
            if (packageOf(javaClass).equals("flow")) {
                continue;
            }
            javaClass.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getPackageName())
                    .filter(name -> name.startsWith("org.apache.camel") || name.startsWith("jakarta.jms"))
                    .forEach(name -> breaches.add(javaClass.getName() + " → " + name));
        }
        assertThat(breaches).isEmpty();
    }

    private static String packageOf(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).replaceAll("\\..*", "") : "";
    }
}
