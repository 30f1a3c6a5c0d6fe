package dev.tenure.api;

import dev.tenure.journal.account.Accounts;
import dev.tenure.model.account.AccountFacts;
import dev.tenure.model.account.AgentFacts;
import dev.tenure.model.account.Marketplace;
import dev.tenure.model.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Bodies for requests about an account of OpenContract, each with a reference of its own. */
final class OpenContractBodies {

  static final String ACCOUNT = "agent";
  static final String OWN = "0x00000000000000000000000000000000000000ff";
  static final String WORKER = "0x00000000000000000000000000000000000000aa";
  static final String NEXT = "0x00000000000000000000000000000000000000bb";

  private OpenContractBodies() {}

  /** The workers have told of the account. */
  static void serve(Front front) {
    Accounts accounts = front.bean(Accounts.class);
    accounts.served("default", Marketplace.OPENTRAIN, "https://market.example");
    accounts.served(ACCOUNT, Marketplace.OPENCONTRACT, "https://contracts.example");
    accounts.checked(ACCOUNT, facts());
  }

  static AccountFacts facts() {
    return new AccountFacts(
        true,
        null,
        null,
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        null,
        null,
        Instant.now(),
        new AgentFacts(
            OWN,
            List.of("eip155:84532"),
            List.of("0xToken"),
            Instant.now().minusSeconds(3600),
            usdc("60"),
            usdc("100"),
            usdc("20"),
            null));
  }

  static Money usdc(String amount) {
    return new Money(new BigDecimal(amount), Money.USDC);
  }

  static String reference() {
    return "REQ-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** The shortest hire: an open tender. */
  static String shortest(String reference) {
    return """
        {"account":"agent","externalRef":"%s","milestones":[
          {"description":"Write the parser","amount":{"amount":"50.000001","currency":"USDC"},
           "openContract":{"acceptanceCriteria":["It compiles"]}}]}
        """
        .formatted(reference);
  }

  /** A hire with everything said, and everybody may decide. */
  static String whole(String reference) {
    return """
        {"account":"agent","externalRef":"%s","labels":{"team":"parsers"},
         "milestones":[
          {"key":"m1","name":"Parser","description":"Write the parser",
           "amount":{"amount":"50","currency":"USDC"},"release":"on_request",
           "openContract":{"acceptanceCriteria":["It compiles","It is fast"],
             "supplementaryMaterials":"ipfs://spec","matchWithin":"PT12H","deliverWithin":"P2D",
             "reviewWithin":"P1D"}},
          {"key":"m2","description":"Document it","amount":{"amount":"30","currency":"USDC"},
           "fund":{"when":"after_paid","after":"m1"},
           "openContract":{"acceptanceCriteria":["It is complete"],
             "deadlines":{"match":"2099-01-01T00:00:00Z","withdrawal":"2099-01-02T00:00:00Z",
               "delivery":"2099-01-02T00:00:00Z","review":"2099-01-05T00:00:00Z"}}}],
         "budget":{"cap":{"amount":"100.5","currency":"USDC"}},
         "policies":{"onDeclined":{"reRequest":1,"then":"close"},"selfApproval":"allow"},
         "openContract":{"worker":"0x00000000000000000000000000000000000000AA",
           "nextWorkers":["0x00000000000000000000000000000000000000bb"],
           "onSilence":"dispute","onWorkerLost":"next_worker","approvalWindow":"PT6H",
           "reviewMargin":"PT30M"}}
        """
        .formatted(reference);
  }
}
