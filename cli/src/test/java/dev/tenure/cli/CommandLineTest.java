package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.environment.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, version, and command lines that cannot be read. */
class CommandLineTest extends AtAFront {

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h"})
  void helpListsTheCommands(String typed) {
    assertThat(runAlone(typed)).isZero();
    assertThat(out).contains("Usage: tenure", "approvals", "ledger");
    assertThat(err).isEmpty();
  }

  @Test
  void helpOfACommandIsThatCommandsOwn() {
    assertThat(runAlone("help", "hires")).isZero();
    assertThat(out).startsWith("Usage: tenure hires");
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "--version", "-V", "hires --version", "keys create --version"})
  void theVersionIsThatOfTheProject(String typed) throws Exception {
    assertThat(runAlone(typed.split(" "))).isZero();
    assertThat(Files.readString(Path.of("..", "pom.xml")))
        .contains("<version>" + Cli.RELEASE + "-SNAPSHOT</version>");
    assertThat(out).contains("Tenure " + Cli.RELEASE, "Java 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hirs|There is no command hirs. Did you mean hires? See: tenure help",
        "shwo hir_1|There is no command shwo. Did you mean show? See: tenure help",
        "hires --stats active|There is no option --stats. Did you mean --status? See: tenure hires --help",
        "hires --nothing|There is no option --nothing. See: tenure hires --help",
        "show hir_1 hir_2|Nothing can be done with hir_2 here. See: tenure show --help",
        "events hir_1|Nothing can be done with hir_1 here. If it is a hire: --hire hir_1. See: tenure events --help",
        "keys create a b --scope admin|Nothing can be done with b here. See: tenure keys create --help",
        "keys list --limti 3|There is no option --limti. Did you mean --limit? See: tenure keys list --help",
        "hires --limit many|Invalid value for option '--limit': 'many' is not an int. See: tenure hires --help",
        "release hir_1|Missing required parameter: 'MILESTONE'. See: tenure release --help",
        "hires --label team:vision|Value for option '--label' (KEY=VALUE) should be in KEY=VALUE format but was team:vision. See: tenure hires --help",
        "hires --limit 0|--limit must be at least 1, not 0",
        "events --since yesterday|Invalid value for option '--since': \"yesterday\" is no moment; write 30m, 2h, 3d, 2027-01-31 or 2027-01-31T08:00:00Z. See: tenure events --help"
      })
  void whatCannotBeReadIsToldInOneLine(String typed, String told) {
    assertThat(runLine(typed)).isEqualTo(ExitCode.USAGE);
    assertThat(err.lines()).containsExactly(told);
    assertThat(out).isEmpty();
    assertThat(front.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"halp", "cancle", "canel", "relase", "en", "fnd", "dorp", "resolv", "don"})
  void noTypingErrorIsAnsweredWithACommandThatChangesSomething(String typed) {
    assertThat(runAlone(typed, "hir_1")).isEqualTo(ExitCode.USAGE);
    assertThat(err)
        .startsWith("There is no command " + typed)
        .doesNotContainPattern("(cancel|end|release|fund|drop|resolve|down)[ ?]");
  }
}
