package dev.tenure.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.acceptance.Json.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that are given by file stand nowhere else, whatever goes wrong and is logged of it. */
class SecretsTest {

  private static final String PROPOSAL_OF_ACME = "prp_stranger";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private final Map<String, String> secrets = new LinkedHashMap<>();
  private final List<String> shown = new ArrayList<>();

  @Test
  void aSecretIsFoundInNoLogDatabaseEnvironmentProcessListOrAnswer() throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("LOGGER_LEVELS_ROOT", "DEBUG");
    settings.put("TENURE_ACCOUNTS", "acme");
    settings.put("TENURE_SMTP_HOST", "127.0.0.1");
    settings.put("TENURE_SMTP_PORT", "9");
    settings.put("TENURE_SMTP_SECURITY", "none");
    settings.put("TENURE_SMTP_USER", "tenure");
    settings.put("TENURE_REMINDERS_EMAIL_TO", "ops@example.test");
    settings.put("TENURE_REMINDERS_EMAIL_FROM", "tenure@example.test");
    plant(settings, "TENURE_API_KEYS", "root:", "planted-key-of-the-environment");
    plant(settings, "OT_API_TOKEN_ACME", "", "ot_pat_sandbox_stranger");
    plant(settings, "TENURE_SMTP_PASSWORD", "", "planted-password-of-the-mail");
    plant(settings, "TENURE_REMINDERS_WEBHOOK_URL", "", "http://127.0.0.1:9/planted-address");
    String random =
        Base64.getEncoder()
            .encodeToString("planted-secret-of-the-webhook".getBytes(StandardCharsets.UTF_8));
    plant(settings, "TENURE_REMINDERS_WEBHOOK_SECRET", "whsec_", random);
    try (Stack stack = Stack.start(settings)) {
      secrets.put(
          "the key of the wallet",
          Files.readString(stack.home().resolve("wallet").resolve("opencontract.key")).strip());
      hireWithFaults(stack);
      lookAtEverything(stack);
      for (Map.Entry<String, String> secret : secrets.entrySet()) {
        assertThat(shown).as(secret.getKey()).noneMatch(text -> text.contains(secret.getValue()));
        assertThat(filesWith(stack.home(), secret.getValue())).as(secret.getKey()).isEmpty();
      }
    }
  }

  private void plant(Map<String, String> settings, String name, String before, String secret)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), before + secret + "\n");
    settings.put(name + "_FILE", file.toString());
    secrets.put(name, secret);
  }

  private void hireWithFaults(Stack stack) {
    var market = new Marketplace(stack);
    String root = "planted-key-of-the-environment";
    String key =
        Json.withKey(
                root,
                "POST",
                stack.api() + "/v1/api-keys",
                "{\"name\":\"ci\",\"scopes\":[\"hires:read\",\"hires:write\"]}")
            .expect(201)
            .body()
            .get("secret")
            .asText();
    secrets.put("a key that was made", key);
    market.approvalWindow(20_000);
    market.failAnswer("GET", "/contracts");
    String url = stack.api() + "/v1/hires";
    JsonNode hire =
        Json.withKey(
                key,
                "POST",
                url,
                """
                {"account":"acme","proposalId":"%s","milestones":[
                  {"name":"Batch 1","amount":{"amount":"450.00","currency":"USD"}}]}
                """
                    .formatted(PROPOSAL_OF_ACME))
            .expect(201)
            .body();
    url = url + "/" + hire.get("id").asText();
    String at = url;
    // The first reminder is due at once, and reaches nobody.
    Await.until(
        "an approval is asked for",
        Duration.ofMinutes(3),
        () -> Optional.of(Json.withKey(key, "GET", at, "")).filter(SecretsTest::waits));
    market.peopleAct(200, 200);
    Await.until(
        "the hire is on its way",
        Duration.ofMinutes(3),
        () ->
            Optional.of(Json.withKey(key, "GET", at, ""))
                .filter(answer -> !answer.body().get("status").asText().equals("requested"))
                .filter(answer -> !waits(answer)));
    shown.add(Json.withKey(key, "POST", at + "/cancel", "").body().toString());
    shown.add(Json.withKey(key + "x", "GET", at, "").expect(401).body().toString());
    shown.add(
        Json.withKey(key, "GET", stack.api() + "/v1/audit", "").expect(403).body().toString());
    shown.add(
        Json.withKey(root, "GET", stack.api() + "/v1/audit", "").expect(200).body().toString());
    shown.add(
        Json.withKey(root, "GET", stack.api() + "/v1/api-keys", "").expect(200).body().toString());
    shown.add(
        Json.withKey(root, "POST", stack.api() + "/v1/api-keys", "{")
            .expect(400)
            .body()
            .toString());
  }

  private static boolean waits(Answer answer) {
    return !answer.body().get("waitingFor").isEmpty();
  }

  private void lookAtEverything(Stack stack) throws IOException {
    for (String origin : List.of(stack.api(), stack.worker())) {
      shown.add(Json.text(origin + "/health"));
      shown.add(Json.text(origin + "/prometheus"));
    }
    ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .forEach(shown::add);
    for (String role : List.of("temporal", "database", "sandbox", "api", "worker")) {
      Path environment = Path.of("/proc/" + stack.process(role).pid() + "/environ");
      if (Files.isReadable(environment)) {
        shown.add(Files.readString(environment, StandardCharsets.ISO_8859_1));
      }
    }
  }

  /**
   * Logs, Temporal's histories and the journal: whatever the stack wrote, but for the sandbox's own
   * store, since a marketplace knows its tokens, and the wallet that holds its own key.
   */
  private static List<Path> filesWith(Path home, String secret) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(home.resolve("sandbox")))
          .filter(file -> !file.startsWith(home.resolve("wallet")))
          .filter(file -> holds(file, secret))
          .toList();
    }
  }

  private static boolean holds(Path file, String secret) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(secret);
    } catch (NoSuchFileException gone) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
