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

/** Who may know whom inside the room, and that neither marketplace knows the other. */
class SandboxRoomTest {
  private static final String ROOT = "dev.tenure.sandbox";
  private static final String OPENTRAIN = ROOT + ".opentrain";
  private static final String OPENCONTRACT = ROOT + ".opencontract";
  private static final List<String> MARKETPLACES = List.of(OPENTRAIN, OPENCONTRACT);
  private static final String[] SHARED = {
    ROOT + ".store..",
    ROOT + ".clock..",
    ROOT + ".http..",
    ROOT + ".random..",
    ROOT + ".openapi..",
    ROOT + ".faults..",
    ROOT + ".console.."
  };
  private static final int MOST_TYPES = 25;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void aLayerKnowsOnlyThoseBelowIt() {
    for (String root : MARKETPLACES) {
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("shared")
          .definedBy(SHARED)
          .optionalLayer("model")
          .definedBy(root + ".model..", root + ".world..", root + ".signature..")
          .layer("rules")
          .definedBy(root + ".rules..")
          .layer("json")
          .definedBy(root + ".json..")
          .layer("http")
          .definedBy(root + ".http..", root + ".request..")
          .optionalLayer("people")
          .definedBy(root + ".people..", root + ".scenario..")
          .layer("edge")
          .definedBy(
              root + ".api..",
              root + ".controls..",
              root + ".console..",
              root + ".faults..",
              root + ".pages..",
              root + ".webhooks..")
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
  }

  @Test
  void thereAreNoCircles() {
    for (String root : MARKETPLACES) {
      slices().matching(root + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }
    slices().matching(OPENTRAIN + ".model.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching(OPENTRAIN + ".rules.(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void whatMarketplacesShareKnowsNoneOfThem() {
    noClasses()
        .that()
        .resideInAnyPackage(SHARED)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(OPENTRAIN + "..", OPENCONTRACT + "..")
        .check(CLASSES);
  }

  @Test
  void noMarketplaceKnowsTheOther() {
    noClasses()
        .that()
        .resideInAPackage(OPENTRAIN + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(OPENCONTRACT + "..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(OPENCONTRACT + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(OPENTRAIN + "..")
        .check(CLASSES);
  }

  @Test
  void onlySignaturesKnowTheLibraryOfTheChain() {
    noClasses()
        .that()
        .resideOutsideOfPackage(OPENCONTRACT + ".signature..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.web3j..", "org.bouncycastle..")
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
