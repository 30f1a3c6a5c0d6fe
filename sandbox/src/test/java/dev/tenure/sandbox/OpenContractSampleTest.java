package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The samples of OpenContract's own page about reading a contract. The sample shows a contract
 * whose kind of verification is not open yet, so values that follow from that kind differ, and are
 * named here.
 */
class OpenContractSampleTest extends OpenContractTest {

  @Test
  void aContractUnderReviewReadsAsInTheSample() {
    JsonNode sample = sample("contract");
    String id =
        delivered(
            open()
                .with("taskDescription", text(sample, "taskDescription"))
                .with("acceptanceCriteria", texts(sample))
                .with("budgetOrPrice", text(sample, "budgetOrPrice"))
                .with("matchDeadline", "2026-06-13T00:00:00Z")
                .with("withdrawalDeadline", "2026-06-14T00:00:00Z")
                .with("deliveryDeadline", "2026-06-15T00:00:00Z")
                .with("reviewDeadline", "2026-06-16T00:00:00Z"));
    JsonNode served = read(id).at("data");
    Map<String, String> expected = fields(Reply.in(sample, "data"));
    Map<String, String> found = fields(served);
    TreeSet<String> more = new TreeSet<>(found.keySet());
    more.removeAll(expected.keySet());
    // Every contract has a title since the page was written.
    assertThat(more).containsExactly("title");
    assertThat(found.keySet()).containsAll(expected.keySet());
    for (String same :
        List.of(
            "status",
            "taskDescription",
            "acceptanceCriteria",
            "criteriaMet",
            "supplementaryMaterials",
            "contractType",
            "awardMethod",
            "budgetOrPrice",
            "escrowedFunds",
            "workerStake",
            "disputeBond")) {
      assertThat(found.get(same)).as(same).isEqualTo(expected.get(same));
    }
    // Placeholders of the sample, by their kind.
    assertThat(found.get("id")).matches("\"contract_[0-9]+\"");
    for (String address : List.of("client", "worker")) {
      assertThat(found.get(address)).matches("\"0x[0-9a-f]{40}\"");
    }
    for (String time : List.of("createdAt", "matchDeadline", "withdrawalDeadline")) {
      assertThat(expected.get(time)).matches("\"[0-9T:-]+Z\"");
      assertThat(found.get(time)).as(time).matches("\"[0-9T:-]+Z\"");
    }
  }

  @Test
  void anUnknownContractIsToldAsInTheSample() {
    Reply reply = client.get("/contracts/contract_xyz789");
    assertThat(reply.status()).isEqualTo(404);
    JsonNode sample = sample("not-found");
    assertThat(fields(reply.json()).keySet()).isEqualTo(fields(sample).keySet());
    assertThat(text(reply.json(), "error", "code")).isEqualTo(text(sample, "error", "code"));
  }

  private static String text(JsonNode sample, String field) {
    return text(sample, "data", field);
  }

  private static String text(JsonNode node, String... path) {
    return Reply.in(node, path).getStringValue();
  }

  private static List<String> texts(JsonNode sample) {
    TreeMap<Integer, String> all = new TreeMap<>();
    for (JsonNode one : Reply.in(sample, "data", "acceptanceCriteria").values()) {
      all.put(all.size(), one.getStringValue());
    }
    return List.copyOf(all.values());
  }

  private static Map<String, String> fields(JsonNode object) {
    Map<String, String> all = new TreeMap<>();
    object.entries().forEach(entry -> all.put(entry.getKey(), Reply.print(entry.getValue())));
    return all;
  }

  private static JsonNode sample(String name) {
    String file = "/golden/opencontract/" + name + ".json";
    try (InputStream in = OpenContractSampleTest.class.getResourceAsStream(file)) {
      return Reply.parse(
          new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
