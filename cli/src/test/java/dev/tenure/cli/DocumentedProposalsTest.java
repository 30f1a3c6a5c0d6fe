package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.http.JsonClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A newcomer tries the documents' commands at the stack that they have just started. */
class DocumentedProposalsTest {
  private static final Path WORLD =
      Path.of("..", "sandbox", "src", "main", "resources", "worlds", "default.json");
  private static final Pattern HIRED = Pattern.compile("(?:\"proposalId\": \"|--proposal )(\\w+)");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/http.md", "docs/cli.md", "docs/walk-through.md"})
  void everyProposalThatADocumentHiresIsInTheDefaultWorldOfTheSandbox(String document)
      throws IOException {
    var text = Files.readString(Path.of("..").resolve(document));
    var hired = new TreeSet<>(HIRED.matcher(text).results().map(one -> one.group(1)).toList());
    var proposals = JsonClient.parse(Files.readString(WORLD)).path("proposals");
    assertThat(hired)
        .isNotEmpty()
        .isSubsetOf(
            StreamSupport.stream(proposals.spliterator(), false)
                .map(proposal -> proposal.path("id").asText())
                .toList());
  }
}
