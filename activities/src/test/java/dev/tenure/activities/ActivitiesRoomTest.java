package dev.tenure.activities;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;

/** The packages of the room: what each may know, and that no name stands for two things. */
@AnalyzeClasses(packages = "dev.tenure.activities", importOptions = DoNotIncludeTests.class)
class ActivitiesRoomTest {

  private static final String ROOM = "dev.tenure.activities";

  @ArchTest
  static final ArchRule oneHttpClient =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOM + ".notify..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.net.http..");

  @ArchTest
  static final ArchRule oneJsonLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOM + ".notify..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.databind..");

  @ArchTest
  static final ArchRule onlyTheWireKnowsMicronautsClient =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOM + ".http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micronaut.http..", "io.netty..", "reactor..");

  @ArchTest
  static final ArchRule theWireKnowsNoOtherPackage =
      noClasses()
          .that()
          .resideInAPackage(ROOM + ".http..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.tenure..", "io.temporal..")
                  .and(resideOutsideOfPackage(ROOM + ".http..")));

  @ArchTest
  static final ArchRule clientsSignersAndTheBreakerKnowNoTemporal =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOM + ".marketplace..",
              ROOM + ".opentrain.client..",
              ROOM + ".opencontract.chain..",
              ROOM + ".opencontract.client..",
              ROOM + ".opencontract.signer..",
              ROOM + ".breaker..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.temporal..",
              ROOM + ".call..",
              ROOM + ".opentrain.activity..",
              ROOM + ".opencontract.activity..");

  @ArchTest
  static final ArchRule marketplacesDoNotKnowEachOther =
      slices()
          .matching(ROOM + ".(opentrain|opencontract)..")
          .should()
          .notDependOnEachOther()
          .because("what both need is in the package marketplace");

  @ArchTest
  static final ArchRule whatEveryMarketplaceNeedsKnowsNone =
      noClasses()
          .that()
          .resideInAPackage(ROOM + ".marketplace..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOM + ".opentrain..", ROOM + ".opencontract..");

  @ArchTest
  static final ArchRule onlyTheSignerKnowsTheCryptography =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOM + ".opencontract.signer..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.web3j..", "org.bouncycastle..");

  @ArchTest
  static final ArchRule callsFeedAndSweepKnowNoMarketplace =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOM + ".call..", ROOM + ".feed..", ROOM + ".sweep..", ROOM + ".breaker..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOM + ".opentrain..", ROOM + ".opencontract..", ROOM + ".http..");

  @ArchTest
  static final ArchRule noCircles = slices().matching(ROOM + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static void noSimpleNameStandsForTwoThings(JavaClasses classes) {
    Map<String, String> packages = new TreeMap<>();
    for (JavaClass one : classes) {
      boolean generated = one.getName().contains("$");
      if (one.isTopLevelClass() && !generated && !one.getSimpleName().equals("package-info")) {
        assertThat(packages.put(one.getSimpleName(), one.getPackageName()))
            .as("a second %s, in %s", one.getSimpleName(), one.getPackageName())
            .isNull();
      }
    }
  }
}
