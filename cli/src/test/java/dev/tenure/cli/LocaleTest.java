package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.environment.ExitCode;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real launcher and the real program, as shells of any locale call them. */
@Timeout(300)
@SuppressWarnings("NullAway.Init")
class LocaleTest {
  @TempDir Path project;
  private FakeFront front;

  @BeforeEach
  void installTheProgramThatIsTested() throws IOException {
    front = new FakeFront();
    Files.copy(Path.of("..", "tenure"), project.resolve("tenure"));
    Files.setPosixFilePermissions(
        project.resolve("tenure"), PosixFilePermissions.fromString("rwxr-xr-x"));
    var dist = project.resolve("dist/target/tenure");
    Files.createDirectories(dist.resolve("roles"));
    Files.createDirectories(dist.resolve("lib"));
    var classPath = new ArrayList<String>();
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      var link = "lib/" + classPath.size();
      Files.createSymbolicLink(dist.resolve(link), Path.of(entry).toAbsolutePath());
      classPath.add(link);
    }
    Files.writeString(dist.resolve("roles/cli.cp"), String.join(":", classPath));
    Files.copy(Path.of("../dist/src/main/roles/cli.args"), dist.resolve("roles/cli.args"));
    Files.createFile(dist.resolve("built"));
  }

  @AfterEach
  void stop() {
    front.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LC_ALL=C",
        "LC_ALL=POSIX",
        "LC_ALL=",
        "LANG=C",
        "LC_ALL=de_DE.ISO-8859-1",
        "LC_ALL=xx_YY.UTF-8"
      })
  void whatIsTypedArrivesWhateverTheLocaleIs(String locale) throws Exception {
    front.tell("POST /v1/hires", 201, AtAFront.HIRE.replace("REQ-118", "größer 数"));
    var flags =
        run(
            locale,
            StandardCharsets.UTF_8,
            "hire --proposal prp_8 --milestone 'Größe 😀=450' --ref 数");
    assertThat(flags.exit()).as(flags.words()).isZero();
    assertThat(front.last().body()).contains("\"name\":\"Größe 😀\"", "\"externalRef\":\"数\"");
    assertThat(flags.words()).contains("größer 数");

    Files.writeString(project.resolve("ü.json"), "{\"proposalId\":\"prp_ü\"}");
    var file = run(locale, StandardCharsets.UTF_8, "hire ü.json");
    assertThat(file.exit()).as(file.words()).isZero();
    assertThat(front.last().body()).isEqualTo("{\"proposalId\":\"prp_ü\"}");
  }

  @Test
  void anArgumentThatIsNotUtf8IsRefusedInWordsBeforeAnythingIsSent() throws Exception {
    var refused =
        run(
            "LC_ALL=de_DE.ISO-8859-1",
            StandardCharsets.ISO_8859_1,
            "hire --proposal prp_8 --milestone 'Größe=450'");
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.words()).contains("--milestone", "not UTF-8").doesNotContain("\tat ");
    assertThat(front.asked()).isEmpty();
  }

  @Test
  void aVariableThatIsNotUtf8IsRefusedInWords() throws Exception {
    var refused = run("TENURE_HOME=/tmp/größe", StandardCharsets.ISO_8859_1, "down; exit $? #");
    assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.words()).contains("TENURE_HOME", "not UTF-8").doesNotContain("\tat ");
  }

  private record Run(int exit, String words) {}

  /** The line is kept in a script, so that its bytes are what is typed and not what Java makes. */
  private Run run(String variable, Charset typed, String line) throws Exception {
    var script = project.resolve("typed.sh");
    Files.write(
        script,
        List.of(
            "cd \"$(dirname \"$0\")\"",
            "unset LC_ALL LANG LC_CTYPE",
            "export " + variable,
            "./tenure " + line + " --url " + front.url()),
        typed);
    var builder = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true);
    builder.environment().put("TENURE_JAVA_HOME", System.getProperty("java.home"));
    var process = builder.start();
    var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), words);
  }
}
