package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command is told of, in the program's own help and in the documents. */
class CommandsTest extends AtAFront {

  static Stream<String> names() {
    return Cli.commandLine().getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aCommandIsListedAndHasItsOwnHelp(String name) {
    var help = Cli.commandLine().getUsageMessage();
    assertThat(help).containsPattern("(?m)^  " + name + " +\\S");
    var own =
        Objects.requireNonNull(Cli.commandLine().getSubcommands().get(name)).getUsageMessage();
    assertThat(own).startsWith("Usage: tenure " + name);
  }
}
