package dev.tenure.workflows;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.tenure.lifecycle.decision.Decision;
import io.temporal.activity.ActivityInterface;
import io.temporal.workflow.WorkflowInterface;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;

/**
 * A replayed process must do what it did before: no clock, no chance, no threads, no I/O. The
 * connection is no part of it.
 */
@AnalyzeClasses(packages = "dev.tenure.workflows", importOptions = DoNotIncludeTests.class)
class WorkflowsRoomTest {

  private static final String CONNECTION = "dev.tenure.workflows.connection..";

  @ArchTest
  static final ArchRule noClock =
      noClasses()
          .that()
          .resideOutsideOfPackage(CONNECTION)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule noChance =
      noClasses()
          .should()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.util.random..");

  @ArchTest
  static final ArchRule noThreads =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.util.concurrent..");

  @ArchTest
  static final ArchRule knowsTheRulesTheModelAndTemporalAlone =
      classes()
          .that()
          .resideOutsideOfPackage(CONNECTION)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "dev.tenure.workflows..",
                  "dev.tenure.lifecycle..",
                  "dev.tenure.model..",
                  "io.temporal..",
                  "com.fasterxml.jackson..",
                  "org.jspecify.annotations..",
                  "org.slf4j..",
                  "java.lang..",
                  "java.math..",
                  "java.time..",
                  "java.util",
                  "java.util.function..",
                  "java.util.stream.."));

  /** What is decided is decided in the rules: the shell goes by their door and what it returns. */
  @ArchTest
  static final ArchRule theRulesAreEnteredByTheirDoor =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..workflows.hire..", "..workflows.opentrain..", "..workflows.opencontract..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "dev.tenure.lifecycle.decision..",
                      "dev.tenure.lifecycle.opentrain.decision..",
                      "dev.tenure.lifecycle.opencontract.decision..")
                  .and(DescribedPredicate.not(type(Decision.class))));

  /** One loop, one recorder, one carrier of calls and one timer serve every marketplace. */
  @ArchTest
  static final ArchRule theLoopKnowsNoMarketplace =
      noClasses()
          .that()
          .resideInAPackage("..workflows.hire..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..opentrain..", "..opencontract..");

  @ArchTest
  static final ArchRule theMarketplacesDoNotKnowEachOther =
      slices()
          .matching("dev.tenure.workflows.(opentrain|opencontract)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule theInterfacesOfActivitiesKnowNoWorkflow =
      noClasses()
          .that()
          .areAnnotatedWith(ActivityInterface.class)
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith(WorkflowInterface.class);

  @ArchTest
  static final ArchRule theMarketplaceAndTheJournalAreTheHiresAlone =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..workflows.accounts..", "..workflows.feed..", "..workflows.reminders..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..workflows.hire..",
              "..workflows.opentrain..",
              "..workflows.opencontract..",
              "..workflows.journal..");

  @ArchTest
  static final ArchRule noCircles =
      slices().matching("dev.tenure.workflows.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noWorkflowKnowsTheConnection =
      noClasses()
          .that()
          .resideOutsideOfPackage(CONNECTION)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CONNECTION);

  @ArchTest
  static final ArchRule theConnectionKnowsOfTheProcessItsPayloadsAlone =
      noClasses()
          .that()
          .resideInAPackage(CONNECTION)
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.tenure..")
                  .and(DescribedPredicate.not(resideInAPackage(CONNECTION)))
                  .and(DescribedPredicate.not(type(Payloads.class))));

  @ArchTest
  static final ArchRule noInputAndOutputAndNoneOfTheHigherRooms =
      noClasses()
          .that()
          .resideOutsideOfPackage(CONNECTION)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net..",
              "java.nio..",
              "java.sql..",
              "javax.sql..",
              "io.micronaut..",
              "dev.tenure.journal..",
              "dev.tenure.activities..",
              "dev.tenure.api..",
              "dev.tenure.worker..")
          .orShould()
          .accessClassesThat()
          .areAssignableTo(java.io.InputStream.class)
          .orShould()
          .accessClassesThat()
          .areAssignableTo(java.io.File.class);
}
