package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people and clients do in whatever order, no cent appears or vanishes. */
class EveryCentTest extends SandboxTest {
  private static final int STEPS = 120;
  private static final List<String> ACTS = List.of("fund", "pay", "cancel", "dispute");

  private final List<String> contracts = new ArrayList<>();
  private final List<String> milestones = new ArrayList<>();
  private final List<String> approvals = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyCentIsAccountedForAfterAnyStory(long seed) {
    contracts.clear();
    milestones.clear();
    approvals.clear();
    Random random = new Random(seed);
    for (int i = 0; i < STEPS; i++) {
      step(random);
      books();
    }
    assertThat(market.control("GET", "/audit").size("violations")).isZero();
    assertThat(contracts).isNotEmpty();
  }

  private void step(Random random) {
    switch (random.nextInt(8)) {
      case 0 -> {
        int proposal = 1 + random.nextInt(20);
        String amount = "450.%02d".formatted(random.nextInt(100));
        ask("/proposals/prp_" + proposal + "/hire", Market.HIRE.replace("450", amount));
      }
      case 1 -> decide(random, "confirm");
      case 2 -> decide(random, random.nextInt(4) == 0 ? "decline" : "confirm");
      case 3 -> {
        if (!contracts.isEmpty()) {
          String contract = any(random, contracts);
          Reply made =
              market.post(
                  "/contracts/" + contract + "/milestones",
                  "{\"description\": \"%s\", \"amountUsd\": %d.%02d}"
                      .formatted(random.nextLong(), 1 + random.nextInt(300), random.nextInt(100)));
          if (made.status() == 201) {
            milestones.add(made.text("milestone.id"));
          }
        }
      }
      case 4 -> onMilestone(random, "/fund");
      case 5 -> onMilestone(random, "/approve");
      case 6 -> {
        if (!milestones.isEmpty() && random.nextInt(3) == 0) {
          market.control(
              "POST", "/milestones/" + any(random, milestones) + "/" + any(random, ACTS));
        }
      }
      default -> {
        if (!contracts.isEmpty() && random.nextInt(6) == 0) {
          ask("/contracts/" + any(random, contracts) + "/end", "");
        }
      }
    }
  }

  private void onMilestone(Random random, String action) {
    if (!milestones.isEmpty()) {
      ask("/milestones/" + any(random, milestones) + action, "");
    }
  }

  private void ask(String path, String body) {
    Reply reply = market.post(path, body);
    assertThat(reply.status()).as(reply.body()).isIn(200, 202, 409, 404);
    if (reply.status() == 202) {
      approvals.add(reply.text("approval.id"));
    }
  }

  private void decide(Random random, String decision) {
    if (approvals.isEmpty()) {
      return;
    }
    Reply reply = market.control("POST", "/approvals/" + any(random, approvals) + "/" + decision);
    assertThat(reply.status()).as(reply.body()).isIn(200, 409);
    if (reply.status() == 200 && reply.body().contains("\"hired\":true")) {
      String contract = reply.text("approval.result.contractId");
      contracts.add(contract);
      milestones.add(market.get("/contracts/" + contract).text("contract.milestones.0.id"));
    }
  }

  private void books() {
    Reply credits = market.get("/credits");
    long available = credits.number("credits.availableCents");
    long reserved = credits.number("credits.reservedCents");
    long movedAvailable = 0;
    long paidOut = 0;
    long toppedUp = 0;
    for (JsonNode entry : market.get("/credits/ledger?limit=100").at("entries").values()) {
      long amount = entry.get("amountCents") == null ? 0 : entry.get("amountCents").getLongValue();
      String type = entry.get("type") == null ? "" : entry.get("type").getStringValue();
      switch (type) {
        case "CAPTURE" -> paidOut -= amount;
        case "TOP_UP" -> {
          toppedUp += amount;
          movedAvailable += amount;
        }
        default -> movedAvailable += amount;
      }
    }
    if (toppedUp > 0) {
      assertThat(available).isEqualTo(movedAvailable).isNotNegative();
      assertThat(reserved).isNotNegative();
      assertThat(available + reserved + paidOut).isEqualTo(toppedUp);
    }
  }

  private static String any(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
