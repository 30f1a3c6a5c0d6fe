package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page on which people see OpenContract. */
class OpenContractConsoleTest extends OpenContractTest {
  private static final Pattern CELL = Pattern.compile("<bdi>([^<]*)</bdi>");

  @Test
  void thePageShowsContractsWithTheirMoneyVotesAndWallets() {
    String id = disputed(direct().with("title", "<script>birds</script>"));
    ok(vote(stranger, id, "met", "unclear"));
    String page = page("") + page("?tab=votes") + page("?tab=wallets");
    assertThat(page)
        .contains(id, "disputed", "&lt;script&gt;birds", "100.0", "5.0", "unclear")
        .contains("dispute_bond", "110.0")
        .doesNotContain("<script>birds");
  }

  @Test
  void fiftyContractsShowTheirMoneyTheirDeadlinesTheirVotesAndTheirWallets() {
    settings("{\"parameters\": {\"backupAgentBondRatio\": 0.05}}");
    List<String> ids = new ArrayList<>();
    for (int number = 0; number < 50; number++) {
      Draft draft = direct().with("title", "contract no. " + number);
      ids.add(
          switch (number % 5) {
            case 0 -> created(draft);
            case 1 -> matched(draft);
            case 2 -> delivered(draft);
            case 3 -> disputed(draft);
            default -> voted(draft);
          });
    }
    String page = page("");
    Map<String, List<String>> contracts = rows(page, "contracts", 0);
    assertThat(contracts.keySet()).containsExactlyInAnyOrderElementsOf(ids);
    for (String id : ids) {
      Reply contract = read(id);
      assertThat(contracts.get(id))
          .containsExactly(
              id,
              contract.text("data.title"),
              contract.text("data.status"),
              client.address(),
              worker.address(),
              contract.text("data.escrowedFunds"),
              text(contract, "data.workerStake"),
              text(contract, "data.disputeBond"),
              holds(contract),
              deadline(contract));
    }
    List<List<String>> votes = List.copyOf(rows(page("?tab=votes"), "votes", 0, 2).values());
    assertThat(votes).hasSize(20).allSatisfy(vote -> assertThat(vote).contains("met", "–"));
    // 50 escrows, 40 stakes, 20 dispute bonds and 10 bonds of Backup Agents.
    assertThat(page).contains("<span class=\"count\">120</span>");
    String first = page("?tab=wallets");
    assertThat(rows(first, "wallets", 0, 4)).hasSize(60);
    assertThat(first).contains("rel=\"next\" href=\"/opencontract?tab=wallets&amp;page=2\"");
    String second = page("?tab=wallets&page=2");
    assertThat(rows(second, "wallets", 0, 4)).hasSize(60);
    assertThat(second).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
    String wallet =
        market
            .control("GET", "/opencontract/wallets?contract=" + ids.get(4))
            .text("wallets.0.address");
    assertThat(rows(page("?tab=wallets&q=" + wallet), "wallets", 4).values())
        .extracting(row -> row.get(4) + " " + row.get(1) + " " + row.get(3))
        .containsExactlyInAnyOrder(
            "escrow in 100.0", "stake in 5.0", "dispute_bond in 5.0", "backup_bond in 10.0");
  }

  private String voted(Draft draft) {
    String id = disputed(draft);
    ok(vote(stranger, id, "met", "met"));
    return id;
  }

  private static String text(Reply contract, String field) {
    return contract.at(field).isNull() ? "–" : contract.text(field);
  }

  private static String holds(Reply contract) {
    double all = 100;
    for (String field : List.of("data.workerStake", "data.disputeBond")) {
      all += contract.at(field).isNull() ? 0 : Double.parseDouble(contract.text(field));
    }
    return Double.toString(all + 10 * contract.size("data.backupAgents"));
  }

  /** When time alone would change it next. */
  private static String deadline(Reply contract) {
    return switch (contract.text("data.status")) {
      case "created" -> contract.text("data.matchDeadline");
      case "matched" -> contract.text("data.deliveryDeadline");
      case "under-review" -> contract.text("data.reviewDeadline");
      default -> "2026-06-13T09:30:00Z";
    };
  }

  /** The rows of a part of the page, by the words in some of their cells. */
  private static Map<String, List<String>> rows(String page, String part, int... key) {
    String section = page.substring(page.indexOf("<section class=\"card\" id=\"" + part + "\""));
    section = section.substring(0, section.indexOf("</section>"));
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String row : section.split("<tr>", -1)) {
      List<String> cells = CELL.matcher(row).results().map(found -> found.group(1)).toList();
      if (!cells.isEmpty()) {
        rows.put(IntStream.of(key).mapToObj(cells::get).collect(Collectors.joining(" ")), cells);
      }
    }
    return rows;
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
