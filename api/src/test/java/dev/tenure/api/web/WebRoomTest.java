package dev.tenure.api.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the layers inside the pages. */
@AnalyzeClasses(packages = "dev.tenure.api.web", importOptions = DoNotIncludeTests.class)
class WebRoomTest {

  @ArchTest
  static final ArchRule aLowerLayerNeverKnowsAHigherOne =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("session")
          .definedBy("..web.session..")
          .layer("page")
          .definedBy("..web.page..")
          .layer("form")
          .definedBy("..web.form..")
          .layer("login")
          .definedBy("..web.login..")
          .layer("hires")
          .definedBy("..web.hires..")
          .layer("audit")
          .definedBy("..web.audit..")
          .layer("inbox")
          .definedBy("..web.inbox..")
          .whereLayer("inbox")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("audit")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("login")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("hires")
          .mayOnlyBeAccessedByLayers("inbox")
          .whereLayer("form")
          .mayOnlyBeAccessedByLayers("audit", "hires", "inbox", "login")
          .whereLayer("page")
          .mayOnlyBeAccessedByLayers("audit", "hires", "inbox", "login");

  @ArchTest
  static final ArchRule pagesOfHiresKnowDownwardsOnly =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("view")
          .definedBy("..web.hires.view")
          .layer("controllers")
          .definedBy("..web.hires")
          .whereLayer("controllers")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("view")
          .mayOnlyBeAccessedByLayers("controllers");

  @ArchTest
  static final ArchRule noCircles =
      slices().matching("dev.tenure.api.web.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everyTypeHasItsPackage =
      noClasses()
          .that()
          .doNotHaveSimpleName("package-info")
          .should()
          .resideInAPackage("dev.tenure.api.web");
}
