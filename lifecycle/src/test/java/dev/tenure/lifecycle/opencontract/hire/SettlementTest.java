package dev.tenure.lifecycle.opencontract.hire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractSnapshot;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.OpenContractMilestone.Deadlines;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets what of 100 USDC with a stake and a bond of 5 each, to the unit. */
class SettlementTest {
  private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");
  private static final ProtocolParameters PROTOCOL =
      new ProtocolParameters(
          new BigDecimal("0.05"),
          new BigDecimal("0.05"),
          new BigDecimal("0.05"),
          new BigDecimal("0.3"),
          new BigDecimal("0.8"),
          Duration.ofDays(1));

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "cancelled-by-client, , false, 0, 100, 0",
    "cancelled-unmatched, , false, 0, 100, 0",
    "cancelled-withdrawn, , false, 3.5, 101.5, 0",
    "cancelled-absent, , false, 0, 104, 1",
    "settled-fully-met, met met, false, 100, 0, 5",
    "settled-partially-met, met met no unclear, true, 68.333333, 38.333334, 3.333333",
    "settled-fully-met, unclear unclear, true, 100, 0, 10",
    "settled-none-met, no no unclear, true, 0, 109, 1",
  })
  void everySideGetsItsPartAndTogetherItIsWhatWasPaidIn(
      String status,
      @Nullable String criteria,
      boolean disputed,
      String worker,
      String client,
      String treasury) {
    WorkingContract contract = contract(status, criteria, disputed, "100");

    Settlement settlement = Settlement.of(contract).orElseThrow();

    assertThat(settlement.toWorker()).isEqualTo(usdc(worker));
    assertThat(settlement.toClient()).isEqualTo(usdc(client));
    assertThat(settlement.toTreasury()).isEqualTo(usdc(treasury));
    boolean staked = !status.endsWith("by-client") && !status.endsWith("unmatched");
    Money in = usdc("100").plus(usdc(staked ? "5" : "0")).plus(usdc(disputed ? "5" : "0"));
    assertThat(settlement.toWorker().plus(settlement.toClient()).plus(settlement.toTreasury()))
        .isEqualTo(in);
  }

  @Test
  void theLastUnitGoesToTheClient() {
    WorkingContract contract = contract("settled-partially-met", "met no no", true, "0.000001");

    Settlement settlement = Settlement.of(contract).orElseThrow();

    assertThat(settlement.gross()).isEqualTo(usdc("0"));
    assertThat(settlement.refund()).isEqualTo(usdc("0.000001"));
  }

  @Test
  void nothingIsSettledBeforeTheEnd() {
    assertThat(Settlement.of(contract("resolved", "met met", false, "100"))).isEmpty();
  }

  private static WorkingContract contract(
      String status, @Nullable String criteria, boolean disputed, String price) {
    NewWorkingContract terms =
        new NewWorkingContract(
            "k",
            "Work [k]",
            "What is to be done",
            List.of("complete"),
            null,
            "0xW",
            usdc(price),
            new Deadlines(THEN, THEN, THEN, THEN));
    WorkingContractSnapshot shown =
        new WorkingContractSnapshot(
            "contract_1",
            status,
            THEN,
            "0xW",
            "Work [k]",
            List.of("complete"),
            criteria == null
                ? null
                : Arrays.stream(criteria.split(" "))
                    .map(label -> label.equals("no") ? "not met" : label)
                    .toList(),
            null,
            THEN,
            THEN,
            THEN,
            THEN,
            usdc(price),
            usdc(price),
            usdc("5"),
            disputed ? usdc("5") : null);
    WorkingContract contract = new WorkingContract(1, terms, null, shown, THEN, THEN);
    contract.protocol = PROTOCOL;
    return contract;
  }

  private static Money usdc(String amount) {
    return new Money(new BigDecimal(amount), "USDC");
  }
}
