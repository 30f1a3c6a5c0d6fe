package dev.tenure.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path root;

  @Test
  void everyTestIsCountedAndWhatFailedOrWasSkippedIsNamed() throws IOException {
    var begun = Instant.now().minusSeconds(5);
    report(
        "one",
        """
        <testsuite name="A" tests="3">
          <testcase name="works" classname="t.A" time="0.1"/>
          <testcase name="breaks" classname="t.A"><failure message="no">trace</failure></testcase>
          <testcase name="dies" classname="t.A"><error type="E">trace</error></testcase>
        </testsuite>
        """);
    report(
        "two",
        """
        <testsuite name="B" tests="2">
          <testcase name="" classname="t.B"><skipped message="no variable X"/></testcase>
          <testcase name="later" classname="t.B"><skipped/></testcase>
        </testsuite>
        """);
    var old = report("three", "<testsuite><testcase name=\"x\" classname=\"t.C\"/></testsuite>");
    Files.setLastModifiedTime(old, FileTime.from(begun.minusSeconds(60)));
    assertThat(TestReport.since(begun, checkout()).lines())
        .containsExactly(
            "3 tests of 2 classes were run: 2 failed, 2 were skipped",
            "  failed: t.A.breaks",
            "  failed: t.A.dies",
            "  skipped: t.B: no variable X",
            "  skipped: t.B.later, which gives no reason");
  }

  @Test
  void aRunThatCameToNothingSaysSo() throws IOException {
    assertThat(TestReport.since(Instant.now(), checkout()).lines())
        .containsExactly("0 tests of 0 classes were run: 0 failed, 0 were skipped");
  }

  private Path report(String module, String xml) throws IOException {
    var folder = Files.createDirectories(root.resolve(module).resolve("target/surefire-reports"));
    return Files.writeString(
        folder.resolve("TEST-" + module + ".xml"),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml);
  }

  private Checkout checkout() throws IOException {
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.writeString(root.resolve("mvnw"), "");
    return new Checkout(root, Path.of("jdk"));
  }
}
