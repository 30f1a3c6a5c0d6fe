package dev.tenure.api.pages;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the layers inside the pages. */
@AnalyzeClasses(packages = "dev.tenure.api.pages", importOptions = DoNotIncludeTests.class)
class PagesRoomTest {

  @ArchTest
  static final ArchRule aLowerLayerNeverKnowsAHigherOne =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("session")
          .definedBy("..pages.session..")
          .layer("shared")
          .definedBy("..pages.shared..")
          .layer("form")
          .definedBy("..pages.form..")
          .layer("login")
          .definedBy("..pages.login..")
          .layer("hires")
          .definedBy("..pages.hires..")
          .layer("audit")
          .definedBy("..pages.audit..")
          .layer("inbox")
          .definedBy("..pages.inbox..")
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
          .whereLayer("shared")
          .mayOnlyBeAccessedByLayers("audit", "hires", "inbox", "login");

  @ArchTest
  static final ArchRule pagesOfHiresKnowDownwardsOnly =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("view")
          .definedBy("..pages.hires.view")
          .layer("controllers")
          .definedBy("..pages.hires")
          .whereLayer("controllers")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("view")
          .mayOnlyBeAccessedByLayers("controllers");

  @ArchTest
  static final ArchRule noCircles =
      slices().matching("dev.tenure.api.pages.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everyTypeHasItsPackage =
      noClasses()
          .that()
          .doNotHaveSimpleName("package-info")
          .should()
          .resideInAPackage("dev.tenure.api.pages");
}
