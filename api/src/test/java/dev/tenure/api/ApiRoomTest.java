package dev.tenure.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.tenure.api.access.Audited;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import java.util.stream.Stream;

/** Holds the layers inside the front, the size of its packages, and its names. */
@AnalyzeClasses(packages = "dev.tenure.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ApiRoomTest {

  private static final int MOST_TYPES = 25;

  @ArchTest
  static final ArchRule problemsAndPagesAreBelowAllAndPagesForPeopleAboveAll =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("links")
          .definedBy("..api.links..")
          .layer("connection")
          .definedBy("..api.connection..")
          .layer("problem")
          .definedBy("..api.problem..")
          .layer("foundation")
          .definedBy(
              "..api.paging..",
              "..api.body..",
              "..api.access..",
              "..api.http..",
              "..api.temporal..",
              "..api.digest..")
          .layer("resources")
          .definedBy(
              "..api.hires..",
              "..api.milestones..",
              "..api.approvals..",
              "..api.incidents..",
              "..api.events..",
              "..api.ledger..",
              "..api.accounts..",
              "..api.plans..",
              "..api.keys..",
              "..api.audit..")
          .layer("description")
          .definedBy("..api.openapi..", "..api.health..", "..api.metric..")
          .layer("pages")
          .definedBy("..api.pages..")
          .whereLayer("pages")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("description")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("resources")
          .mayOnlyBeAccessedByLayers("description", "pages")
          .whereLayer("foundation")
          .mayOnlyBeAccessedByLayers("resources", "description", "pages")
          .whereLayer("connection")
          .mayOnlyBeAccessedByLayers("problem")
          .whereLayer("problem")
          .mayOnlyBeAccessedByLayers("foundation", "resources", "description", "pages");

  @ArchTest
  static final ArchRule hiresKnowDownwardsOnly =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("request")
          .definedBy("dev.tenure.api.hires.request")
          .layer("json")
          .definedBy("dev.tenure.api.hires.json")
          .layer("command")
          .definedBy("dev.tenure.api.hires.command")
          .layer("controllers")
          .definedBy("dev.tenure.api.hires")
          .whereLayer("controllers")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("command")
          .mayOnlyBeAccessedByLayers("controllers")
          .whereLayer("json")
          .mayOnlyBeAccessedByLayers("command", "controllers")
          .whereLayer("request")
          .mayOnlyBeAccessedByLayers("command", "controllers");

  @ArchTest
  static final ArchRule bodiesAreValidatedAndBoundInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.tenure.api.body")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.networknt..")
          .orShould()
          .callMethod(ObjectMapper.class, "treeToValue", TreeNode.class, Class.class);

  @ArchTest
  static final ArchRule noCircles =
      slices().matching("dev.tenure.api.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule noCirclesOfSinglePackages =
      slices().matching("dev.tenure.api.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everyControllerNamesWhoMayUseIt =
      classes().that().areAnnotatedWith(Controller.class).should().beAnnotatedWith(Secured.class);

  /** A plan is a question, though it comes by POST. */
  @ArchTest
  static final ArchRule everythingThatWritesIsAudited =
      methods()
          .that()
          .areAnnotatedWith(Post.class)
          .or()
          .areAnnotatedWith(Patch.class)
          .or()
          .areAnnotatedWith(Put.class)
          .or()
          .areAnnotatedWith(Delete.class)
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("..api.plans..")
          .should()
          .beAnnotatedWith(Audited.class);

  @ArchTest
  static void noPackageIsCrowded(JavaClasses classes) {
    assertThat(written(classes).collect(groupingBy(JavaClass::getPackageName, counting())))
        .allSatisfy((name, types) -> assertThat(types).as(name).isLessThanOrEqualTo(MOST_TYPES));
  }

  @ArchTest
  static void noNameStandsTwice(JavaClasses classes) {
    assertThat(written(classes).map(JavaClass::getSimpleName)).doesNotHaveDuplicates();
  }

  /** The types that have a file of their own: neither nested ones nor what Micronaut generates. */
  private static Stream<JavaClass> written(JavaClasses classes) {
    return classes.stream()
        .filter(type -> !type.getName().contains("$"))
        .filter(type -> !type.getSimpleName().equals("package-info"));
  }
}
