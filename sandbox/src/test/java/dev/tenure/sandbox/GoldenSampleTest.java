package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every JSON sample of the marketplace's own documents. Placeholders and times stand for any text
 * of that kind; everything else must be served exactly so.
 */
class GoldenSampleTest extends SandboxTest {
  private static final String HIRE =
      """
      {"milestone": {"name": "First labeling batch",
                     "description": "Label the first 5,000 posts per the guidelines",
                     "amount": 300, "dueDate": "2026-07-01"}}
      """;

  @Test
  void aContractReadsAsInTheSample() {
    String contractId = hiredAsInTheSample();
    exactly("contract", market.get("/contracts/" + contractId).json());
  }

  @Test
  void contractsListAsInTheSample() {
    hiredAsInTheSample();
    exactly("contracts", market.get("/contracts?status=active").json());
  }

  @Test
  void aHireRequestIsAnsweredAsInTheSample() {
    Reply reply = market.post("/proposals/prp_1/hire", sample("hire-request"));
    assertThat(reply.status()).isEqualTo(202);
    exactly("hire-requested", reply.json());
  }

  @Test
  void aDirectEndIsAnsweredAsInTheSample() {
    String contractId = hiredAsInTheSample();
    String milestoneId = market.get("/contracts/" + contractId).text("contract.milestones.0.id");
    market.confirmed(market.post("/milestones/" + milestoneId + "/approve"));
    Reply reply = market.post("/contracts/" + contractId + "/end");
    assertThat(reply.status()).isEqualTo(200);
    exactly("ended", reply.json());
  }

  @Test
  void aFundingRequestHoldsWhatTheShortSampleShows() {
    String contractId = hiredAsInTheSample();
    Reply created =
        market.post("/contracts/" + contractId + "/milestones", sample("milestone-request"));
    assertThat(created.status()).isEqualTo(201);
    Reply reply = market.post("/milestones/" + created.text("milestone.id") + "/fund");
    assertThat(reply.status()).isEqualTo(202);
    assertThat(differences("fund-requested", reply.json(), true)).isEmpty();
  }

  @Test
  void theContractOfTheGuideDiffersOnlyInItsStoryAndInTheShortPaymentType() {
    String contractId = hiredAsInTheSample();
    List<String> differences =
        differences("contract-in-guide", market.get("/contracts/" + contractId).json(), true);
    assertThat(differences)
        .containsExactlyInAnyOrder(
            "contract.title: Image Segmentation Contract is served as Spanish Sentiment Labeling"
                + " Contract",
            "contract.paymentType: FIXED is served as FIXED_PRICE",
            "contract.rateUsd: 500 is served as 300",
            "contract.freelancer.displayName: Ada L. is served as Maria G.",
            "contract.freelancer.country: United States is served as Spain",
            "contract.freelancer.profilePath: /profile/ada-l-1a2b3c is served as /profile/maria-g",
            "contract.milestones.0.name: Batch 1 is served as First labeling batch",
            "contract.milestones.0.amountUsd: 450 is served as 300");
  }

  private String hiredAsInTheSample() {
    return market
        .confirmed(market.post("/proposals/prp_1/hire", HIRE))
        .text("approval.result.contractId");
  }

  private static void exactly(String sample, JsonNode served) {
    assertThat(differences(sample, served, false)).isEmpty();
  }

  private static List<String> differences(String sample, JsonNode served, boolean excerpt) {
    List<String> found = new ArrayList<>();
    compare("", Reply.parse(sample(sample)), served, excerpt, found);
    return found;
  }

  private static void compare(
      String at, JsonNode sample, JsonNode served, boolean excerpt, List<String> found) {
    if (sample.isObject() && served.isObject()) {
      Set<String> names = names(sample);
      if (!excerpt && !names.equals(names(served))) {
        found.add(at + ": fields " + names + " are served as " + names(served));
      }
      for (String name : names) {
        JsonNode value = served.get(name);
        if (value == null) {
          found.add(at + ": no " + name);
        } else {
          String path = at.isEmpty() ? name : at + "." + name;
          compare(path, Objects.requireNonNull(sample.get(name)), value, excerpt, found);
        }
      }
    } else if (sample.isArray() && served.isArray() && sample.size() == served.size()) {
      for (int i = 0; i < sample.size(); i++) {
        JsonNode one = Objects.requireNonNull(sample.get(i));
        JsonNode other = Objects.requireNonNull(served.get(i));
        compare(at + "." + i, one, other, excerpt, found);
      }
    } else if (!alike(sample, served)) {
      found.add(at + ": " + print(sample) + " is served as " + print(served));
    }
  }

  private static boolean alike(JsonNode sample, JsonNode served) {
    if (sample.isString() && served.isString()) {
      String text = sample.getStringValue();
      return text.matches(".*<[A-Z_]+>|\\.\\.\\.")
          || (isTime(text) && isTime(served.getStringValue()))
          || text.equals(served.getStringValue());
    }
    if (sample.isNumber() && served.isNumber()) {
      return sample.getBigDecimalValue().compareTo(served.getBigDecimalValue()) == 0;
    }
    return sample.equals(served);
  }

  private static boolean isTime(String text) {
    return text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  }

  private static String print(JsonNode node) {
    return node.isNull() ? "null" : node.isValueNode() ? node.coerceStringValue() : "a structure";
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    for (Map.Entry<String, JsonNode> entry : object.entries()) {
      names.add(entry.getKey());
    }
    return names;
  }

  private static String sample(String name) {
    try (InputStream in = GoldenSampleTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
