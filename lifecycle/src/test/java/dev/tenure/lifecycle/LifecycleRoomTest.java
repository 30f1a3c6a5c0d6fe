package dev.tenure.lifecycle;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;

/**
 * The rules of a hire are a pure function of its state: nothing of the outside, nothing that
 * differs from one machine or one run to the next.
 */
@AnalyzeClasses(packages = "dev.tenure.lifecycle", importOptions = DoNotIncludeTests.class)
class LifecycleRoomTest {

  @ArchTest
  static final ArchRule knowsTheModelAlone =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "dev.tenure.lifecycle..",
                  "dev.tenure.model..",
                  "com.fasterxml.jackson.annotation..",
                  "org.jspecify.annotations..",
                  "java.lang..",
                  "java.math..",
                  "java.nio.charset..",
                  "java.security..",
                  "java.time..",
                  "java.util",
                  "java.util.function..",
                  "java.util.stream.."));

  @ArchTest
  static final ArchRule noClockAndNoChance =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class);

  /** Their order differs from one JVM to the next, and a replay would decide otherwise. */
  @ArchTest
  static final ArchRule nothingOrderedByHash =
      noClasses()
          .should()
          .callConstructor(HashMap.class)
          .orShould()
          .callConstructor(HashSet.class)
          .orShould()
          .callMethodWhere(target(nameMatching("toMap|toSet|groupingBy|partitioningBy|newKeySet")))
          .because("the iteration order of hashed collections is not the same everywhere");

  @ArchTest
  static final ArchRule layers =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("door")
          .definedBy(
              "dev.tenure.lifecycle",
              "dev.tenure.lifecycle.opentrain",
              "dev.tenure.lifecycle.opencontract")
          .layer("record")
          .definedBy("..record..")
          .layer("decision")
          .definedBy("..decision..")
          .layer("hire")
          .definedBy("..hire..")
          .layer("command")
          .definedBy("..command..")
          .layer("call")
          .definedBy("..call..")
          .layer("marketplace")
          .definedBy("..marketplace..")
          .whereLayer("door")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("record")
          .mayOnlyBeAccessedByLayers("door")
          .whereLayer("decision")
          .mayOnlyBeAccessedByLayers("door", "record")
          .whereLayer("hire")
          .mayOnlyBeAccessedByLayers("door", "record", "decision")
          .whereLayer("command")
          .mayOnlyBeAccessedByLayers("door", "decision", "hire")
          .whereLayer("call")
          .mayOnlyBeAccessedByLayers("door", "record", "decision", "hire")
          .whereLayer("marketplace")
          .mayOnlyBeAccessedByLayers("record", "decision", "hire", "call");

  @ArchTest
  static final ArchRule noCircles =
      slices().matching("dev.tenure.lifecycle.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noCirclesOnOpenTrain =
      slices().matching("dev.tenure.lifecycle.opentrain.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noCirclesOnOpenContract =
      slices().matching("dev.tenure.lifecycle.opencontract.(*)..").should().beFreeOfCycles();

  /** Each marketplace has a set of rules of its own; what both need is named for neither. */
  @ArchTest
  static final ArchRule sharedPartsKnowNoMarketplace =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.tenure.lifecycle.opentrain..", "dev.tenure.lifecycle.opencontract..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.tenure.lifecycle.opentrain..", "dev.tenure.lifecycle.opencontract..");

  @ArchTest
  static final ArchRule theMarketplacesDoNotKnowEachOther =
      slices()
          .matching("dev.tenure.lifecycle.(opentrain|opencontract)..")
          .should()
          .notDependOnEachOther();
}
