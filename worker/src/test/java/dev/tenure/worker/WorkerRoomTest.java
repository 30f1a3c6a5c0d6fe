package dev.tenure.worker;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the layers inside the worker. */
@AnalyzeClasses(packages = "dev.tenure.worker", importOptions = DoNotIncludeTests.class)
class WorkerRoomTest {

  @ArchTest
  static final ArchRule aLowerLayerNeverKnowsAHigherOne =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("settings")
          .definedBy("..worker.settings..")
          .layer("status")
          .definedBy("..worker.status..")
          .layer("temporal")
          .definedBy("..worker.temporal..")
          .layer("metric")
          .definedBy("..worker.metric..")
          .layer("account")
          .definedBy("..worker.account..")
          .layer("reminder")
          .definedBy("..worker.reminder..")
          .layer("lifecycle")
          .definedBy("..worker.lifecycle..")
          .layer("root")
          .definedBy("dev.tenure.worker")
          .whereLayer("root")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("lifecycle")
          .mayOnlyBeAccessedByLayers("root")
          .whereLayer("temporal")
          .mayOnlyBeAccessedByLayers("lifecycle")
          .whereLayer("account")
          .mayOnlyBeAccessedByLayers("lifecycle", "root")
          .whereLayer("reminder")
          .mayOnlyBeAccessedByLayers("lifecycle")
          .whereLayer("metric")
          .mayOnlyBeAccessedByLayers("account", "lifecycle")
          .whereLayer("status")
          .mayOnlyBeAccessedByLayers("temporal", "metric", "account", "reminder", "lifecycle");

  @ArchTest
  static final ArchRule noCircles =
      slices().matching("dev.tenure.worker.(*)..").should().beFreeOfCycles();
}
