package dev.tenure.journal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.Map;

/** Holds the layers inside the journal. */
@AnalyzeClasses(packages = "dev.tenure.journal", importOptions = DoNotIncludeTests.class)
class JournalRoomTest {

  @ArchTest
  static final ArchRule aLowerLayerNeverKnowsAHigherOne =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("store")
          .definedBy("..journal.store..")
          .layer("ledger")
          .definedBy("..journal.ledger..")
          .layer("feed")
          .definedBy("..journal.feed..")
          .layer("account")
          .definedBy("..journal.account..")
          .layer("reminder")
          .definedBy("..journal.reminder..")
          .layer("settings")
          .definedBy("..journal.settings..")
          .layer("access")
          .definedBy("..journal.access..")
          .layer("read")
          .definedBy("..journal.read..")
          .layer("record")
          .definedBy("..journal.record..")
          .layer("run")
          .definedBy("..journal.run..")
          .layer("metric")
          .definedBy("..journal.metric..")
          .whereLayer("metric")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("run")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("settings")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("access")
          .mayOnlyBeAccessedByLayers("record")
          .whereLayer("reminder")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("record")
          .mayOnlyBeAccessedByLayers("run")
          .whereLayer("read")
          .mayOnlyBeAccessedByLayers("record", "run")
          .whereLayer("feed")
          .mayOnlyBeAccessedByLayers("record", "run")
          .whereLayer("account")
          .mayOnlyBeAccessedByLayers("record")
          .whereLayer("ledger")
          .mayOnlyBeAccessedByLayers("read", "record");

  @ArchTest
  static final ArchRule noCircles =
      slices().matching("dev.tenure.journal.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everyTypeHasItsPackage =
      noClasses()
          .that()
          .doNotHaveSimpleName("package-info")
          .should()
          .resideInAPackage("dev.tenure.journal");

  @ArchTest
  static final ArchRule knowsNothingOfTemporalHttpAndTheRoomsAbove =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.temporal..",
              "io.micronaut.http..",
              "java.net.http..",
              "dev.tenure.lifecycle..",
              "dev.tenure.workflows..",
              "dev.tenure.activities..",
              "dev.tenure.api..",
              "dev.tenure.worker..");

  @ArchTest
  static void noSimpleNameStandsTwiceInTheRoom(JavaClasses room) {
    Map<String, String> byName = new HashMap<>();
    classes()
        .that()
        .areTopLevelClasses()
        .and()
        .haveNameNotMatching(".*(\\$|package-info).*")
        .should(
            new ArchCondition<JavaClass>("have a simple name of their own") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                String other = byName.put(type.getSimpleName(), type.getName());
                if (other != null) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getName() + " has the simple name of " + other));
                }
              }
            })
        .check(room);
  }
}
