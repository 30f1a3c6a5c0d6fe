package dev.tenure.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may know whom inside the room; OpenTrain's marketplace is one of several to come. */
class SandboxRoomTest {
  private static final String ROOT = "dev.tenure.sandbox";
  private static final String OPENTRAIN = ROOT + ".opentrain";
  private static final int MOST_TYPES = 25;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void aLayerKnowsOnlyThoseBelowIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("store")
        .definedBy(ROOT + ".store..", ROOT + ".clock..")
        .layer("model")
        .definedBy(OPENTRAIN + ".model..", OPENTRAIN + ".world..")
        .layer("rules")
        .definedBy(OPENTRAIN + ".rules..")
        .layer("json")
        .definedBy(OPENTRAIN + ".json..")
        .layer("http")
        .definedBy(OPENTRAIN + ".http..", OPENTRAIN + ".request..")
        .layer("people")
        .definedBy(OPENTRAIN + ".people..", OPENTRAIN + ".scenario..")
        .layer("edge")
        .definedBy(
            OPENTRAIN + ".api..",
            OPENTRAIN + ".controls..",
            OPENTRAIN + ".console..",
            OPENTRAIN + ".faults..",
            OPENTRAIN + ".openapi..",
            OPENTRAIN + ".pages..",
            OPENTRAIN + ".webhooks..")
        .whereLayer("edge")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("people")
        .mayOnlyBeAccessedByLayers("edge")
        .whereLayer("http")
        .mayOnlyBeAccessedByLayers("people", "edge")
        .whereLayer("json")
        .mayOnlyBeAccessedByLayers("http", "people", "edge")
        .whereLayer("rules")
        .mayOnlyBeAccessedByLayers("json", "http", "people", "edge")
        .whereLayer("model")
        .mayOnlyBeAccessedByLayers("rules", "json", "http", "people", "edge")
        .check(CLASSES);
  }

  @Test
  void thereAreNoCircles() {
    slices().matching(OPENTRAIN + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching(OPENTRAIN + ".model.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching(OPENTRAIN + ".rules.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void whatMarketplacesShareKnowsNoneOfThem() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".store..", ROOT + ".clock..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(OPENTRAIN + "..")
        .check(CLASSES);
  }

  @Test
  void aPackageHoldsAtMostSoManyTypesAndNoNameStandsTwice() {
    List<JavaClass> types =
        CLASSES.stream()
            .filter(type -> !type.getName().contains("$"))
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .toList();
    Map<String, Long> sizes =
        types.stream()
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(sizes).allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(MOST_TYPES));
    assertThat(types).extracting(JavaClass::getSimpleName).doesNotHaveDuplicates();
  }
}
