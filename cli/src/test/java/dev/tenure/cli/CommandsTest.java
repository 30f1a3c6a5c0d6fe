package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command is told of, in the program's own help and in the documents. */
class CommandsTest extends AtAFront {

  static Stream<String> names() {
    return Cli.commandLine().getSubcommands().keySet().stream();
  }

  /** All that are written for users. */
  private static String documents() throws IOException {
    var words = new StringBuilder(Files.readString(Path.of("..", "README.md")));
    try (var files = Files.list(Path.of("..", "docs"))) {
      for (var file : files.filter(one -> one.toString().endsWith(".md")).toList()) {
        words.append(Files.readString(file));
      }
    }
    return words.toString();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aCommandIsListedAndHasItsOwnHelp(String name) throws IOException {
    var help = Cli.commandLine().getUsageMessage();
    assertThat(help).containsPattern("(?m)^  " + name + " +\\S");
    var own =
        Objects.requireNonNull(Cli.commandLine().getSubcommands().get(name)).getUsageMessage();
    assertThat(own).contains("Usage: tenure " + name);
    assertThat(documents()).containsPattern("`[^`]*tenure " + name + "[ `]");
  }
}
