package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The page on which people see OpenContract, and the document by which programs do. */
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

  @Test
  void theDocumentDescribesEveryCallWithItsShapes() {
    Reply document = market.send("GET", Agent.API + "/openapi.json", "");
    assertThat(document.status()).isEqualTo(200);
    TreeSet<String> paths = new TreeSet<>();
    document.at("paths").entries().forEach(entry -> paths.add(entry.getKey()));
    String contract = Agent.API + "/contracts/{contractId}";
    assertThat(paths)
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                Agent.API + "/contracts",
                contract,
                contract + "/accept",
                contract + "/approve",
                contract + "/cancel",
                contract + "/delivery",
                contract + "/dispute",
                contract + "/votes",
                contract + "/withdraw",
                Agent.API + "/agents/me/api-keys",
                Agent.API + "/agents/{address}/api-key",
                Agent.API + "/agents/{address}/api-key/revoke",
                Agent.API + "/agents/{address}/challenge",
                Agent.API + "/agents/{address}/resume",
                Agent.API + "/agents/{address}/workload",
                Agent.API + "/protocol"));
    assertThat(document.body())
        .contains("CreateContractRequest", "budgetOrPrice", "WorkingContractJson")
        .doesNotContain("MilestoneJson");
  }

  private String page(String query) {
    Reply reply = market.send("GET", "/opencontract" + query, "");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.body();
  }
}
