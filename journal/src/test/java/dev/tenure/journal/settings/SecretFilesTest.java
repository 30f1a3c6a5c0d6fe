package dev.tenure.journal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFilesTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TENURE_API_KEYS",
        "OT_API_TOKEN",
        "OT_API_TOKEN_LAKE_SIDE",
        "TENURE_SMTP_PASSWORD",
        "TEMPORAL_API_KEY",
        "TENURE_REMINDERS_WEBHOOK_SECRET",
        "TENURE_REMINDERS_SLACK_URL",
        "TENURE_REMINDERS_ESCALATION_WEBHOOK_URL"
      })
  void aSecretIsReadFromItsFile(String name) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), " planted \n");
    assertThat(SecretFiles.resolve(Map.of(name + "_FILE", file.toString(), "OTHER", "1")))
        .containsOnly(Map.entry(name, "planted"), Map.entry("OTHER", "1"));
  }

  @Test
  void aSecretThatIsGivenTwiceMissingOrEmptyIsRefusedByTheNameOfItsVariable() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    String missing = folder.resolve("missing").toString();
    assertRefused(Map.of("OT_API_TOKEN_FILE", missing), "OT_API_TOKEN_FILE", "does not exist");
    assertRefused(Map.of("OT_API_TOKEN_FILE", empty.toString()), "OT_API_TOKEN_FILE", "empty");
    assertRefused(Map.of("OT_API_TOKEN_FILE", folder.toString()), "cannot be read", "IOException");
    assertRefused(
        Map.of("OT_API_TOKEN_FILE", missing, "OT_API_TOKEN", "planted"), "Both", "OT_API_TOKEN");
    assertRefused(
        Map.of("TENURE_JDBC_PASSWORD_FILE", missing, "TENURE_JDBC_PASSWORD", "planted"), "Both");
  }

  @Test
  void whatIsNoSecretOrComesLaterStaysAsItIs() {
    Map<String, String> environment =
        Map.of(
            "TENURE_CA_FILE", "/nowhere",
            "TENURE_JDBC_PASSWORD_FILE", "/nowhere",
            "TENURE_API_KEYS_FILE", "");
    assertThat(SecretFiles.resolve(environment)).isEqualTo(environment);
  }

  private static void assertRefused(Map<String, String> environment, String... words) {
    assertThatThrownBy(() -> SecretFiles.resolve(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(words)
        .message()
        .doesNotContain("planted");
  }
}
