package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people and clients do in whatever order, no cent appears or vanishes. */
class EveryCentTest extends SandboxTest {
  private static final int STEPS = 160;
  private static final int LOOK_EVERY = 4;
  private static final List<String> ACTS =
      List.of("fund", "pay", "cancel", "refund", "dispute", "dispute");

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
      if (i % LOOK_EVERY == 0) {
        books();
      }
    }
    books();
    assertThat(market.control("GET", "/audit").size("violations")).isZero();
    assertThat(contracts).isNotEmpty();
  }

  private void step(Random random) {
    switch (random.nextInt(10)) {
      case 8 -> topUpOrCorrect(random);
      case 9 -> {
        if (!contracts.isEmpty() && random.nextInt(4) == 0) {
          String escrow = random.nextBoolean() ? "release" : "refund";
          market.control(
              "POST",
              "/contracts/" + any(random, contracts) + "/end",
              "{\"escrow\": \"%s\"}".formatted(escrow));
        }
      }
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

  private void topUpOrCorrect(Random random) {
    if (random.nextBoolean()) {
      String topUp = market.post("/credits/top-ups", "{\"amountUsd\": 777.77}").text("topUpId");
      market.control("POST", "/top-ups/" + topUp + "/complete");
    } else {
      market.control(
          "PUT", "/accounts/acc_1", "{\"creditsCents\": %d}".formatted(random.nextInt(900_000)));
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
    String choice =
        decision.equals("decline")
            ? ""
            : any(
                random,
                List.of(
                    "{}",
                    "{\"source\": \"card\"}",
                    "{\"source\": \"credits\"}",
                    "{\"escrow\": \"release\"}"));
    Reply reply =
        market.control("POST", "/approvals/" + any(random, approvals) + "/" + decision, choice);
    assertThat(reply.status()).as(reply.body()).isIn(200, 400, 409);
    if (reply.status() == 200 && reply.body().contains("\"hired\":true")) {
      String contract = reply.text("approval.result.contractId");
      contracts.add(contract);
      milestones.add(market.get("/contracts/" + contract).text("contract.milestones.0.id"));
    }
  }

  /** What the account, its ledger and the audit say of the same money. */
  private void books() {
    Reply credits = market.get("/credits");
    long available = credits.number("credits.availableCents");
    long reserved = credits.number("credits.reservedCents");
    List<JsonNode> entries = ledger();
    assertThat(available)
        .isEqualTo(sum(entries, "TOP_UP", "HOLD", "HOLD_RELEASE", "ADJUSTMENT", "REFUND"))
        .isNotNegative();
    assertThat(available + reserved - sum(entries, "CAPTURE"))
        .isEqualTo(sum(entries, "TOP_UP", "ADJUSTMENT"))
        .isPositive();
    Escrows escrows = new Escrows();
    market.control("GET", "/audit").at("moneyEffects").values().forEach(escrows::take);
    assertThat(reserved).isEqualTo(escrows.held(heldFromCredits(entries)));
    for (JsonNode ended : market.get("/contracts?status=ended").at("contracts").values()) {
      assertThat(escrows.heldOn(text(ended, "id"))).as("held on an ended contract").isZero();
    }
  }

  /** What stands behind each milestone by what the audit saw going in and out. */
  private static final class Escrows {
    private final Map<String, Long> byMilestone = new HashMap<>();
    private final Map<String, Long> byContract = new HashMap<>();

    void take(JsonNode effect) {
      long cents = Reply.in(effect, "amountCents").getLongValue();
      long change =
          switch (text(effect, "kind")) {
            case "escrow_funded" -> cents;
            case "escrow_released", "escrow_refunded" -> -cents;
            default -> 0;
          };
      byMilestone.merge(text(effect, "milestoneId"), change, Long::sum);
      byContract.merge(text(effect, "contractId"), change, Long::sum);
    }

    long held(Set<String> some) {
      return some.stream().mapToLong(id -> byMilestone.getOrDefault(id, 0L)).sum();
    }

    long heldOn(String contract) {
      return byContract.getOrDefault(contract, 0L);
    }
  }

  private List<JsonNode> ledger() {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    while (true) {
      Reply page = market.get("/credits/ledger?limit=100" + cursor);
      page.at("entries").values().forEach(all::add);
      if (page.at("nextCursor").isNull()) {
        return all;
      }
      cursor = "&cursor=" + page.text("nextCursor");
    }
  }

  private static Set<String> heldFromCredits(List<JsonNode> entries) {
    return entries.stream()
        .filter(entry -> text(entry, "type").equals("HOLD"))
        .map(entry -> text(entry, "milestoneId"))
        .collect(Collectors.toSet());
  }

  private static long sum(List<JsonNode> entries, String... types) {
    return entries.stream()
        .filter(entry -> List.of(types).contains(text(entry, "type")))
        .mapToLong(entry -> Reply.in(entry, "amountCents").getLongValue())
        .sum();
  }

  private static String text(JsonNode node, String field) {
    return Reply.in(node, field).getStringValue();
  }

  private static String any(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
