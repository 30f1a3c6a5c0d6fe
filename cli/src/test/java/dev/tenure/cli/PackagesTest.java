package dev.tenure.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds what each package of the room may know, its size, and that there is one HTTP client. */
class PackagesTest {
  private static final String ROOT = "dev.tenure.cli.";
  private static final int LARGEST = 25;

  private static final Map<String, List<String>> MAY_KNOW =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("environment", List.of()),
              Map.entry("terminal", List.of("environment")),
              Map.entry("network", List.of("environment")),
              Map.entry("program", List.of("terminal")),
              Map.entry("http", List.of("environment")),
              Map.entry("home", List.of("environment", "network")),
              Map.entry(
                  "supervision", List.of("environment", "terminal", "network", "program", "home")),
              Map.entry(
                  "temporal", List.of("environment", "terminal", "network", "program", "http")),
              Map.entry(
                  "stack",
                  List.of("environment", "terminal", "network", "home", "supervision", "temporal")),
              Map.entry("front", List.of("environment", "network", "http", "home")),
              Map.entry("option", List.of("environment", "terminal", "http", "front")),
              Map.entry("hire", List.of("environment", "terminal", "http", "front", "option")),
              Map.entry(
                  "control", List.of("environment", "terminal", "http", "front", "option", "hire")),
              Map.entry(
                  "inbox", List.of("environment", "terminal", "http", "front", "option", "hire")),
              Map.entry(
                  "access", List.of("environment", "terminal", "http", "front", "option", "hire")),
              Map.entry(
                  "doctor",
                  List.of("environment", "terminal", "network", "http", "home", "stack", "front")),
              Map.entry(
                  "demo", List.of("environment", "terminal", "network", "http", "stack", "front")),
              Map.entry("verify", List.of("environment", "terminal", "program", "temporal"))));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.tenure.cli");

  @TestFactory
  Stream<DynamicTest> aPackageKnowsOnlyThoseThatItMayKnow() {
    return MAY_KNOW.entrySet().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.getKey(),
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage(ROOT + one.getKey())
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(others(one.getKey(), one.getValue()))
                            .check(CLASSES)));
  }

  @Test
  void everyPackageStandsInTheTable() {
    assertThat(
            CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()))
                .distinct())
        .containsExactlyInAnyOrderElementsOf(MAY_KNOW.keySet());
  }

  @Test
  void thePackagesFormNoCircle() {
    SlicesRuleDefinition.slices()
        .matching("dev.tenure.(cli..)")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void noPackageIsLargerThanAReaderTakesIn() {
    var sizes =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(sizes.values()).allMatch(size -> size <= LARGEST);
  }

  @Test
  void onlyTheClientTheDownloadAndTheProbeCallAnybody() {
    var callers =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(
                type ->
                    type.getMethodCallsFromSelf().stream()
                        .anyMatch(
                            call ->
                                call.getTargetOwner().getName().equals("java.net.http.HttpClient")))
            .map(JavaClass::getSimpleName);
    assertThat(callers)
        .containsExactlyInAnyOrder("JsonClient", "ProxyVariables", "Download", "Probe");
  }

  private static String[] others(String name, List<String> known) {
    return Stream.concat(
            MAY_KNOW.keySet().stream()
                .filter(other -> !other.equals(name) && !known.contains(other))
                .map(other -> ROOT + other),
            Stream.of("dev.tenure.cli"))
        .toArray(String[]::new);
  }
}
