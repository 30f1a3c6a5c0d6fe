package dev.tenure.activities.opencontract.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Samples;
import dev.tenure.activities.opencontract.client.json.EnvelopeJson;
import dev.tenure.activities.opencontract.client.json.WorkingContractJson;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.model.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingContractTest {

  private static final String FULL =
      """
      "id":"contract_1","status":"STATUS","createdAt":"2026-06-03T00:00:00Z","client":"0xc","worker":"0xw",
      "title":"Receipts","taskDescription":"Label","acceptanceCriteria":["a","b"],
      "contractType":"fixed","awardMethod":"direct_award","budgetOrPrice":"50.0",
      "matchDeadline":"2026-06-04T00:00:00Z","withdrawalDeadline":"2026-06-05T00:00:00Z",
      "deliveryDeadline":"2026-06-06T00:00:00Z","reviewDeadline":"2026-06-09T00:00:00Z",
      "verificationMode":"privacy-preserving","supplementaryMaterials":null,"escrowedFunds":"50.0"
      """;

  @Test
  void theSampleOfTheDocumentsIsReadFieldByField() {
    assertThat(contract(Samples.text("opencontract", "contract")))
        .isEqualTo(
            new WorkingContract(
                "contract_xyz789",
                "under-review",
                Instant.parse("2026-06-03T00:00:00Z"),
                "0xClientAgent...",
                "0xWorkerAgent...",
                null,
                "Summarize 10 research papers",
                List.of(
                    "Each summary is 150-250 words",
                    "Each summary cites the paper's primary methodology",
                    "All 10 papers are covered"),
                null,
                null,
                "ipfs://bafy.../delivery.zip",
                "fixed",
                "open_tender",
                usdc("50"),
                Instant.parse("2026-06-04T00:00:00Z"),
                Instant.parse("2026-06-05T00:00:00Z"),
                Instant.parse("2026-06-06T00:00:00Z"),
                null,
                "standard",
                List.of("0xBackupAgentA...", "0xBackupAgentB...", "0xBackupAgentC..."),
                usdc("50"),
                usdc("2.5"),
                null));
  }

  @ParameterizedTest
  @CsvSource({
    "created,               false, false, false, false",
    "matched,               true,  false, false, false",
    "under-review,          true,  true,  false, false",
    "disputed,              true,  true,  false, true",
    "resolved,              true,  true,  true,  false",
    "settled-fully-met,     true,  true,  true,  false",
    "settled-partially-met, true,  true,  true,  true",
    "settled-none-met,      true,  true,  true,  true",
    "cancelled-by-client,   false, false, false, false",
    "cancelled-unmatched,   false, false, false, false",
    "cancelled-withdrawn,   true,  false, false, false",
    "cancelled-absent,      true,  false, false, false"
  })
  void everyStatusShowsWhatItPromisesAndSaysWhatIsMissing(
      String status, boolean staked, boolean delivered, boolean judged, boolean disputed) {
    Map<String, String> told = new TreeMap<>();
    if (staked) {
      told.put("workerStake", "\"2.5\"");
    }
    if (delivered) {
      told.put("delivery", "\"ipfs://d\"");
    }
    if (judged) {
      told.put("criteriaMet", "[\"met\",\"unclear\"]");
    }
    if (disputed) {
      told.put("disputeBond", "\"2.5\"");
    }
    WorkingContract whole = of(status, told);
    assertThat(whole.knownStatus().map(WorkingContractStatus::wire)).contains(status);
    assertThat(whole.terminal()).isEqualTo(status.matches("(settled|cancelled)-.*"));
    assertThat(whole.missing()).isEmpty();
    assertThat(whole.workerStake()).isEqualTo(staked ? usdc("2.5") : null);
    assertThat(whole.delivery()).isEqualTo(delivered ? "ipfs://d" : null);
    assertThat(whole.criteriaMet()).isEqualTo(judged ? List.of("met", "unclear") : null);
    for (String field : told.keySet()) {
      boolean promised = !field.equals("disputeBond") || status.equals("disputed");
      Map<String, String> less = new TreeMap<>(told);
      less.remove(field);
      assertThat(of(status, less).missing()).isEqualTo(promised ? List.of(field) : List.of());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStatusIsFoundByItsText(WorkingContractStatus status) {
    assertThat(WorkingContractStatus.of(status.wire())).contains(status);
  }

  @Test
  void theLaterNameOfACancellationIsTheSameOne() {
    assertThat(WorkingContractStatus.of("cancelled-by-initiator"))
        .contains(WorkingContractStatus.CANCELLED_BY_CLIENT);
  }

  @Test
  void whatIsNotKnownHereSurvives() {
    WorkingContract contract =
        of(
            "settled-by-moonlight",
            Map.of(
                "criteriaMet", "[\"perhaps\"]",
                "tomorrow", "{\"x\":1}",
                "workerStake", "\"2.5\""));
    assertThat(contract.status()).isEqualTo("settled-by-moonlight");
    assertThat(contract.knownStatus()).isEmpty();
    assertThat(contract.terminal()).isTrue();
    assertThat(contract.criteriaMet()).containsExactly("perhaps");
    assertThat(contract.missing()).isEmpty();
  }

  @Test
  void aRowOfAListMayLackHalfOfIt() {
    WorkingContract row =
        contract("{\"data\":{\"id\":\"contract_1\",\"status\":\"matched\",\"budgetOrPrice\":80}}");
    assertThat(row.price()).isEqualTo(usdc("80"));
    assertThat(row.backupAgents()).isEmpty();
    assertThat(row.missing()).containsExactly("worker", "workerStake", "escrowedFunds");
  }

  @Test
  void anAmountFinerThanAUnitIsKeptExactly() {
    assertThat(
            Objects.requireNonNull(
                    of("created", Map.of("disputeBond", "\"0.00000001\"")).disputeBond())
                .amount())
        .isEqualByComparingTo(new BigDecimal("0.00000001"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"-5\"", "\"1e9\"", "\"\"", "\"fifty\"", "{}", "null", "\"1e1000000000\""})
  void anAmountThatIsNoneCostsNoOtherField(String amount) {
    WorkingContract contract = of("created", Map.of("workerStake", amount));
    assertThat(contract.workerStake()).isNull();
    assertThat(contract.price()).isEqualTo(usdc("50"));
  }

  private static WorkingContract of(String status, Map<String, String> more) {
    StringBuilder json = new StringBuilder("{\"data\":{").append(FULL.replace("STATUS", status));
    more.forEach((field, value) -> json.append(",\"%s\":%s".formatted(field, value)));
    return contract(json.append("}}").toString());
  }

  private static WorkingContract contract(String body) {
    EnvelopeJson envelope =
        OpenContractCalls.BODIES
            .read(body.getBytes(StandardCharsets.UTF_8), EnvelopeJson.class)
            .orElseThrow();
    return OpenContractCalls.BODIES
        .read(Objects.requireNonNull(envelope.data()), WorkingContractJson.class)
        .flatMap(WorkingContract::of)
        .orElseThrow();
  }

  private static Money usdc(@Nullable String amount) {
    return new Money(new BigDecimal(Objects.requireNonNull(amount)), "USDC");
  }
}
