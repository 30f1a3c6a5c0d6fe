package dev.tenure.api;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the layers inside the front. */
@AnalyzeClasses(packages = "dev.tenure.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ApiRoomTest {

  @ArchTest
  static final ArchRule problemsAndPagesAreBelowAllAndPagesForPeopleAboveAll =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("links")
          .definedBy("..api.links..")
          .layer("problem")
          .definedBy("..api.problem..")
          .layer("foundation")
          .definedBy("..api.paging..", "..api.access..", "..api.temporal..")
          .layer("resources")
          .definedBy(
              "..api.hires..",
              "..api.approvals..",
              "..api.incidents..",
              "..api.events..",
              "..api.ledger..",
              "..api.accounts..",
              "..api.plans..")
          .layer("description")
          .definedBy("..api.openapi..", "..api.health..")
          .layer("web")
          .definedBy("..api.web..")
          .whereLayer("web")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("description")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("resources")
          .mayOnlyBeAccessedByLayers("description", "web")
          .whereLayer("foundation")
          .mayOnlyBeAccessedByLayers("resources", "description", "web")
          .whereLayer("problem")
          .mayOnlyBeAccessedByLayers("foundation", "resources", "description", "web");

  @ArchTest
  static final ArchRule noCircles =
      slices().matching("dev.tenure.api.(*)..").should().beFreeOfCycles();
}
