package dev.tenure.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One stack that hires for two accounts of the marketplace, each with its own token. */
@ExtendWith(SharedStack.class)
@SuppressWarnings("NullAway.Init")
class AccountsTest {
  private static final String ACME = SharedStack.SECOND_ACCOUNT;

  /** It belongs to the second account; the first one's token may not hire on it. */
  private static final String PROPOSAL_OF_ACME = "prp_stranger";

  private static Stack stack;
  private static Marketplace market;

  @BeforeAll
  static void use(Stack shared) {
    stack = shared;
    market = new Marketplace(stack);
  }

  @BeforeEach
  void peopleAct() {
    market.approvalWindow(72 * 3_600_000L);
    market.peopleAct(200);
  }

  @Test
  void twoAccountsHireSideBySideEachWithItsOwnToken() throws Exception {
    Hire acme = Hire.begin(stack, ACME, PROPOSAL_OF_ACME);
    Hire first = Hire.begin(stack, market.freshProposal());
    for (Hire hire : new Hire[] {acme, first}) {
      hire.awaitStatus("ended");
      String contract = hire.read().get("contractId").asText();
      assertThat(market.effects(contract, "escrow_released")).isEqualTo(3);
    }
    assertThat(market.violations()).isEmpty();
    assertThat(acme.read().get("account").asText()).isEqualTo(ACME);
    assertThat(stack.launch("hires", "--account", ACME, "--json").waitFor()).isZero();
    assertThat(stack.output()).contains(acme.id()).doesNotContain(first.id());
  }

  @Test
  void whatBelongsToAnotherAccountIsRefusedInTheMarketplacesWords() {
    Hire hire = Hire.begin(stack, "default", PROPOSAL_OF_ACME);
    JsonNode incident = hire.awaitIncident("request_rejected");
    assertThat(incident.get("detail").asText()).contains("another account's job");
    hire.command("cancel", "not-ours").expect(200);
    hire.awaitStatus("cancelled");
  }

  @Test
  void eachAccountIsLookedAtWithItsTokenOrItsSignature() {
    Map<String, Boolean> accepted = new HashMap<>();
    for (JsonNode account :
        Json.get(stack.api() + "/v1/accounts").expect(200).body().get("items")) {
      accepted.put(account.get("id").asText(), account.get("tokenAccepted").asBoolean());
    }
    assertThat(accepted).isEqualTo(Map.of("default", true, ACME, true, "opencontract", true));
  }
}
