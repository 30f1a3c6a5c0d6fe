package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

class ComposeFileTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern SECRET = Pattern.compile("(?i).*(password|token|keys|pwd).*");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theComposeFileFollowsTheComposeSpecification() throws IOException {
    assertThat(schema().validate(composeFile())).isEmpty();
  }

  @Test
  void theSchemaRefusesAFileWithAnUnknownWord() throws IOException {
    var broken = composeFile().deepCopy();
    ((ObjectNode) broken.path("services").path("api")).put("healthchek", "curl");
    assertThat(schema().validate(broken)).isNotEmpty();
  }

  @Test
  void ourSecretsAreFilesAndNoOtherHasAValueOfItsOwn() throws IOException {
    for (var service : composeFile().path("services").properties()) {
      for (var variable : service.getValue().path("environment").properties()) {
        if (!SECRET.matcher(variable.getKey()).matches()) {
          continue;
        }
        var value = variable.getValue().asText();
        if (variable.getKey().endsWith("_FILE")) {
          assertThat(value).startsWith("/run/secrets/");
          assertThat(service.getValue().path("secrets").toString())
              .as(service.getKey())
              .contains("\"" + value.substring("/run/secrets/".length()) + "\"");
        } else {
          assertThat(service.getKey()).isNotIn("api", "worker");
          assertThat(value).startsWith("${").contains(":?");
        }
      }
    }
  }

  @Test
  void everyLastingServiceRestartsAndOursCannotWriteOrGainRights() throws IOException {
    for (var service : composeFile().path("services").properties()) {
      assertThat(service.getValue().path("restart").asText())
          .as(service.getKey())
          .isIn("unless-stopped", "on-failure");
    }
    for (var role : new String[] {"api", "worker", "sandbox"}) {
      var service = composeFile().path("services").path(role);
      assertThat(service.path("read_only").asBoolean()).isTrue();
      assertThat(service.path("healthcheck").path("test").path(1).asText()).endsWith("ready.sh");
    }
  }

  @Test
  void theProxyCannotWriteOrGainRightsAndIsTheOnlyWayToTheApi() throws IOException {
    var proxy = composeFile().path("services").path("proxy");
    assertThat(proxy.path("read_only").asBoolean()).isTrue();
    assertThat(proxy.path("cap_drop").path(0).asText()).isEqualTo("ALL");
    // Of one published port there can be one container only, and of the api several.
    assertThat(composeFile().path("services").path("api").has("ports")).isFalse();
  }

  @Test
  void aStoppedApiIsSeenToBeNotReadyBeforeItsDrainEndsAndIsNotKilledBeforeItHasEnded()
      throws IOException {
    var api = composeFile().path("services").path("api");
    var drain = Duration.parse(api.path("environment").path("TENURE_API_DRAIN").asText());
    var proxy = Files.readString(ROOT.resolve("dist/compose/haproxy.cfg"));
    assertThat(drain.toSeconds())
        .isGreaterThan(number(proxy, "inter (\\d+)s") * number(proxy, "fall (\\d+)"));

    var settings = Files.readString(ROOT.resolve("api/src/main/resources/application.properties"));
    assertThat(number(api.path("stop_grace_period").asText(), "(\\d+)s"))
        .isGreaterThan(drain.toSeconds() + number(settings, "grace-period=(\\d+)s"));
  }

  private static long number(String text, String pattern) {
    var found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return Long.parseLong(found.group(1));
  }

  @Test
  void everyFileThatTheComposeFileMountsIsThere() throws IOException {
    for (var service : composeFile().path("services")) {
      for (var volume : service.path("volumes")) {
        var source = volume.asText().split(":", 2)[0];
        if (source.startsWith("./")) {
          assertThat(ROOT.resolve(source)).exists();
        }
      }
    }
  }

  @Test
  void onlyTheApiMayBeOpenedBeyondThisMachine() throws IOException {
    for (var service : composeFile().path("services").properties()) {
      for (var port : service.getValue().path("ports")) {
        assertThat(port.asText())
            .as(service.getKey())
            .matches("127\\.0\\.0\\.1:.*|\\$\\{TENURE_API_BIND:-127\\.0\\.0\\.1:8800}:8800");
      }
    }
  }

  private static JsonNode composeFile() throws IOException {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(100);
    Map<String, Object> yaml =
        new Yaml(options).load(Files.readString(ROOT.resolve("docker-compose.yml")));
    return JSON.valueToTree(yaml);
  }

  private static JsonSchema schema() throws IOException {
    try (var file = ComposeFileTest.class.getResourceAsStream("/compose/compose-spec.json")) {
      return JsonSchemaFactory.getInstance(VersionFlag.V7)
          .getSchema(
              SchemaLocation.of("classpath:compose/compose-spec.json"),
              JSON.readTree(Objects.requireNonNull(file)),
              SchemaValidatorsConfig.builder().build());
    }
  }
}
