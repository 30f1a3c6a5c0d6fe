package dev.tenure.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the table of rooms: a lower room never knows a higher one. */
class RoomsTest {
  private static final String TEMPORAL = "io.temporal..";
  private static final String MICRONAUT = "io.micronaut..";
  private static final String SQL = "java.sql..";
  private static final String HTTP = "java.net.http..";

  private static final Map<String, List<String>> NEVER =
      Map.of(
          "model", List.of(TEMPORAL, MICRONAUT, SQL, HTTP, "java.net.."),
          "workflows", List.of(MICRONAUT, SQL, HTTP, "java.net.."),
          "journal", List.of(TEMPORAL, HTTP, "io.micronaut.http.."),
          "activities", List.of("io.micronaut.http.server.."),
          "api", List.of(SQL),
          "worker", List.of(SQL),
          "sandbox", List.of(TEMPORAL, SQL),
          "database", List.of(TEMPORAL, MICRONAUT),
          "cli", List.of(TEMPORAL, SQL, "org.postgresql.."));

  private static final Map<String, List<String>> MAY_KNOW =
      Map.of(
          "model", List.of(),
          "workflows", List.of("model"),
          "journal", List.of("model"),
          "activities", List.of("model", "workflows", "journal"),
          "api", List.of("model", "workflows", "journal"),
          "worker", List.of("model", "workflows", "activities", "journal"),
          "sandbox", List.of(),
          "database", List.of(),
          "cli", List.of());

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // Of a room that hands its tests on, as a file beside its own.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.tenure");

  @TestFactory
  Stream<DynamicTest> aRoomKnowsOnlyTheRoomsItMayKnow() {
    return MAY_KNOW.keySet().stream()
        .map(room -> DynamicTest.dynamicTest(room, () -> knowsOnly(room).check(CLASSES)));
  }

  @TestFactory
  Stream<DynamicTest> aRoomUsesNoTechniqueThatIsNotItsBusiness() {
    return NEVER.entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(), () -> never(rule.getKey(), rule.getValue()).check(CLASSES)));
  }

  private static ArchRule knowsOnly(String room) {
    String[] others =
        MAY_KNOW.keySet().stream()
            .filter(
                other ->
                    !other.equals(room) && !MAY_KNOW.getOrDefault(room, List.of()).contains(other))
            .map(RoomsTest::inside)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(inside(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others);
  }

  private static ArchRule never(String room, List<String> techniques) {
    return noClasses()
        .that()
        .resideInAPackage(inside(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(techniques.toArray(String[]::new));
  }

  private static String inside(String room) {
    return "dev.tenure." + room + "..";
  }
}
