package dev.tenure.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tenure.model", importOptions = DoNotIncludeTests.class)
class ModelRoomTest {

  @ArchTest
  static final ArchRule itsPackagesHaveNoCircles =
      slices().matching("dev.tenure.model.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theModelKnowsOnlyTheJdkAndJacksonsAnnotations =
      classes()
          .that()
          .resideInAPackage("dev.tenure.model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.tenure.model..",
              "java.lang..",
              "java.math..",
              "java.time..",
              "java.util..",
              "com.fasterxml.jackson.annotation..",
              "org.jspecify.annotations..");
}
