package dev.tenure.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.http.JsonClient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenTrainMoneyTest {
  private static final String HIRE =
      """
      {"milestones": [{"key": "m1", "name": "Batch 1", "milestoneId": "ms_1", "state": "paid",
                       "amount": {"amount": "450.00", "currency": "USD"}}],
       "money": {"paid": {"amount": "450.00", "currency": "USD"},
                 "fees": {"estimated": {"amount": "54.95", "currency": "USD"}, "booked": null}}}
      """;
  private static final String CONTRACT =
      """
      {"milestones": [{"id": "ms_1", "status": "PAID", "amountUsd": 450}]}
      """;

  @Test
  void theSameAmountsAndStatesOnBothSidesAgree() throws JsonProcessingException {
    var table = table(HIRE, CONTRACT, entry("HOLD", -504_95), entry("CAPTURE", -504_95));
    assertThat(table.rows()).extracting(MoneyTable.Row::what).contains("m1 Batch 1", "fees");
    assertThat(table.agrees()).isTrue();
  }

  @Test
  void oneCentOfDifferenceInTheFeesIsSeen() throws JsonProcessingException {
    var table = table(HIRE, CONTRACT, entry("HOLD", -504_96), entry("CAPTURE", -504_96));
    assertThat(differing(table)).containsExactly("fees", "charged in all");
  }

  @Test
  void moneyThatIsStillHeldIsSeen() throws JsonProcessingException {
    var table = table(HIRE, CONTRACT, entry("HOLD", -504_95), entry("CAPTURE", -54_95));
    assertThat(differing(table)).containsExactly("still held");
  }

  @Test
  void aMilestoneThatOnlyOneSideCallsPaidIsSeen() throws JsonProcessingException {
    var contract = CONTRACT.replace("PAID", "ACTIVE_FUNDED");
    var table = table(HIRE, contract, entry("HOLD", -504_95), entry("CAPTURE", -504_95));
    assertThat(differing(table)).contains("m1 Batch 1", "paid to the trainer");
  }

  @Test
  void aMilestoneThatTheMarketplaceDoesNotShowIsSeen() throws JsonProcessingException {
    var table = table(HIRE, "{\"milestones\": []}");
    assertThat(table.rows().getFirst().theirs()).isEqualTo("not there");
    assertThat(table.agrees()).isFalse();
  }

  @Test
  void bookedFeesWinOverEstimatedOnes() throws JsonProcessingException {
    var booked = HIRE.replace("\"booked\": null", "\"booked\": {\"amount\": \"50.00\"}");
    var table = table(booked, CONTRACT, entry("HOLD", -500_00), entry("CAPTURE", -500_00));
    assertThat(table.agrees()).isTrue();
  }

  private static final String FUNDED_BY_CARD =
      """
      [{"kind": "escrow_funded", "amountCents": 45000, "milestoneId": "ms_1"},
       {"kind": "fee_charged", "amountCents": 5495, "milestoneId": "ms_1"},
       {"kind": "escrow_released", "amountCents": 45000, "milestoneId": "ms_1"}]
      """;

  @Test
  void whatTheCardWasChargedIsToldAndComparedAsWell() throws JsonProcessingException {
    var table =
        OpenTrainMoney.compare(json(HIRE), json(CONTRACT), List.of(), effects(FUNDED_BY_CARD));
    assertThat(differing(table)).isEmpty();
    assertThat(table.bookings())
        .extracting(MoneyTable.Booking::type, MoneyTable.Booking::amount)
        .containsExactly(tuple("CARD", new BigDecimal("-504.95")));
    assertThat(table.bookings().getFirst().note()).contains("the credits did not cover it");
    var more = FUNDED_BY_CARD.replace("5495", "5496");
    assertThat(
            differing(OpenTrainMoney.compare(json(HIRE), json(CONTRACT), List.of(), effects(more))))
        .containsExactly("fees", "charged in all");
    var held = FUNDED_BY_CARD.replace("escrow_released", "other");
    assertThat(
            differing(OpenTrainMoney.compare(json(HIRE), json(CONTRACT), List.of(), effects(held))))
        .containsExactly("still held");
  }

  @Test
  void whatTheCreditsWereChargedIsNotCountedTwice() throws JsonProcessingException {
    var ledger = List.of(entry("HOLD", -504_95), entry("CAPTURE", -504_95));
    var table = OpenTrainMoney.compare(json(HIRE), json(CONTRACT), ledger, effects(FUNDED_BY_CARD));
    assertThat(differing(table)).isEmpty();
    assertThat(table.bookings()).hasSize(2);
  }

  private static List<String> differing(MoneyTable table) {
    return table.rows().stream().filter(row -> !row.agrees()).map(MoneyTable.Row::what).toList();
  }

  private static MoneyTable table(String hire, String contract, JsonNode... ledger)
      throws JsonProcessingException {
    return OpenTrainMoney.compare(json(hire), json(contract), List.of(ledger), List.of());
  }

  private static JsonNode entry(String type, long cents) {
    return JsonClient.JSON
        .createObjectNode()
        .put("type", type)
        .put("amountCents", cents)
        .put("milestoneId", "ms_1");
  }

  private static List<JsonNode> effects(String text) throws JsonProcessingException {
    var effects = new ArrayList<JsonNode>();
    json(text).forEach(effects::add);
    return effects;
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return JsonClient.JSON.readTree(text);
  }
}
