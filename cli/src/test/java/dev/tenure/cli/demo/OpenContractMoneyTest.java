package dev.tenure.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.http.JsonClient;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenContractMoneyTest {
  private static final String HIRE =
      """
      {"milestones": [{"key": "m2", "milestoneId": "contract_2", "openContract": {"workingContract": {
        "worker": "0xW", "settlement": {
          "toWorker": {"amount": "42.000000"}, "toClient": {"amount": "44.000000"},
          "toTreasury": {"amount": "2.000000"}}}}}]}
      """;
  private static final String LEDGER =
      """
      {"booked": {"entries": [
        {"type": "ESCROW", "amount": {"amount": "-80.000000"}}, {"type": "BOND", "amount": {"amount": "-4.000000"}},
        {"type": "REFUND", "amount": {"amount": "40.000000"}}, {"type": "BOND_RETURN", "amount": {"amount": "4.000000"}}]}}
      """;
  private static final String WALLET =
      """
      {"outUnits": 88000000, "transfers": [
        {"direction": "in", "party": "0xc", "units": 80000000, "purpose": "escrow"},
        {"direction": "in", "party": "0xw", "units": 4000000, "purpose": "stake"},
        {"direction": "in", "party": "0xc", "units": 4000000, "purpose": "bond"},
        {"direction": "out", "party": "0xw", "units": 38000000, "purpose": "payment"},
        {"direction": "out", "party": "0xw", "units": 4000000, "purpose": "stake"},
        {"direction": "out", "party": "0xc", "units": 44000000, "purpose": "refund"},
        {"direction": "out", "party": "0xt", "units": 2000000, "purpose": "fee"}]}
      """;

  @Test
  void aSettlementInPartAgreesToTheUnit() throws JsonProcessingException {
    var table = table(WALLET);
    assertThat(table.rows())
        .extracting(MoneyTable.Row::what)
        .containsExactly(
            "m2 to the worker", "m2 back to us", "m2 to the treasury", "change of our balance");
    assertThat(table.agrees()).isTrue();
    assertThat(table.bookings()).hasSize(7);
  }

  @Test
  void aUnitThatWentElsewhereIsSeenOnBothSidesOfTheSplit() throws JsonProcessingException {
    var other = WALLET.replace("38000000", "37999999").replace("44000000", "44000001");
    assertThat(differing(table(other))).contains("m2 to the worker", "m2 back to us");
  }

  @Test
  void aTransferOfOursThatTheLedgerDoesNotExplainIsSeen() throws JsonProcessingException {
    var more = WALLET.replace("\"0xc\", \"units\": 80000000", "\"0xc\", \"units\": 80000001");
    assertThat(differing(table(more))).containsExactly("change of our balance");
  }

  private static List<String> differing(MoneyTable table) {
    return table.rows().stream().filter(row -> !row.agrees()).map(MoneyTable.Row::what).toList();
  }

  private static MoneyTable table(String wallet) throws JsonProcessingException {
    var transfers = json(wallet);
    return OpenContractMoney.compare(json(HIRE), json(LEDGER), id -> transfers);
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return JsonClient.JSON.readTree(text);
  }
}
