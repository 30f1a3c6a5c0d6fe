package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page on which people see OpenContract. */
class OpenContractConsoleTest extends OpenContractTest {

  @Test
  void thePageShowsContractsWithTheirMoneyVotesAndWallets() {
    String id = disputed(direct().with("title", "<script>birds</script>"));
    ok(vote(stranger, id, "met", "unclear"));
    String page = page("");
    assertThat(page)
        .contains(id, "disputed", "&lt;script&gt;birds", "100.0", "5.0", "unclear")
        .contains("dispute_bond", "110.0")
        .doesNotContain("<script>birds");
  }

  @Test
  void theFilterKeepsWhatHoldsItsWord() {
    String kept = created(direct().with("title", "wanted"));
    String other = created(direct().with("title", "another"));
    assertThat(page("?q=wanted")).contains(kept + "<").doesNotContain(other + "<");
  }

  private String page(String query) {
    Reply reply = market.send("GET", "/opencontract" + query, "");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.body();
  }
}
