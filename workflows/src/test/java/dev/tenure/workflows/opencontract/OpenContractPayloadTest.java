package dev.tenure.workflows.opencontract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.opencontract.OpenContractLifecycle;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractReading;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractSnapshot;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.OpenContractMilestone.Deadlines;
import dev.tenure.workflows.Golden;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Payload JSON outlives the code: hires wait for weeks with it in their histories. */
class OpenContractPayloadTest {
  private static final Instant THEN = Instant.parse("2026-11-01T10:15:30.123Z");
  private static final Deadlines DEADLINES =
      new Deadlines(
          THEN.plus(Duration.ofDays(1)),
          THEN.plus(Duration.ofDays(3)),
          THEN.plus(Duration.ofDays(5)),
          THEN.plus(Duration.ofDays(8)));
  private static final NewWorkingContract CONTRACT =
      new NewWorkingContract(
          "1-1-1",
          "Label receipts [1-1-1]",
          "Label the receipts in the folder.",
          List.of("all are present"),
          "ipfs://materials",
          OpenContractPlans.WORKER,
          usdc(20),
          DEADLINES);
  private static final WorkingContractSnapshot SHOWN =
      new WorkingContractSnapshot(
          "contract_1",
          "settled-partially-met",
          THEN,
          OpenContractPlans.WORKER,
          CONTRACT.title(),
          CONTRACT.acceptanceCriteria(),
          List.of("not met"),
          "ipfs://delivery",
          DEADLINES.match(),
          DEADLINES.withdrawal(),
          DEADLINES.delivery(),
          DEADLINES.review(),
          usdc(20),
          usdc(20),
          usdc(1),
          usdc(1));

  private static Money usdc(long dollars) {
    return Money.ofMinor(dollars * 1_000_000, "USDC");
  }

  static Stream<Arguments> payloads() {
    return Stream.of(
        Arguments.of(
            "opencontract-hire-input",
            OpenContractHireInput.start("hir_1", 1, OpenContractPlans.two(), THEN, "ci")),
        Arguments.of(
            "opencontract-hire-input-carried-terms", OpenContractHireInput.carrying(asked())),
        Arguments.of(
            "opencontract-create",
            new CreateWorkingContract(CONTRACT, false, IncidentCause.UNEXPECTED)),
        Arguments.of(
            "opencontract-creation-answer",
            new CreationAnswer(new PaidAnswer.Paid(SHOWN, "0xpaid"), FakeOpenContract.PROTOCOL)),
        Arguments.of(
            "opencontract-dispute",
            new DisputeWorkingContract("contract_1", usdc(1), "1-1-1", null)),
        Arguments.of("opencontract-paid-uncertain", new PaidAnswer.Uncertain(THEN, "not settled")),
        Arguments.of("opencontract-paid-nothing", new PaidAnswer.NothingPaid()),
        Arguments.of("opencontract-paid-overtaken", new PaidAnswer.Overtaken(SHOWN)),
        Arguments.of("opencontract-ref", new WorkingContractRef("contract_1", null)),
        Arguments.of("opencontract-reading-seen", new WorkingContractReading.Seen(SHOWN)),
        Arguments.of("opencontract-reading-not-found", new WorkingContractReading.NotFound()),
        Arguments.of("opencontract-protocol-read", new ProtocolRead(null)),
        Arguments.of("opencontract-protocol", FakeOpenContract.PROTOCOL),
        Arguments.of(
            "opencontract-decide", new DecideApprovalCommand("apr_1", true, "00ff", "fits")));
  }

  /** One whose first approval is pending, with a call under way. */
  private static OpenContractHire asked() {
    OpenContractHire hire =
        OpenContractHire.requested("hir_1", 1, OpenContractPlans.two(), "ci", THEN);
    new OpenContractLifecycle(hire).settle(THEN);
    new OpenContractLifecycle(hire)
        .start(new OpenContractCall.Read("m2", "contract_9", false), THEN);
    return hire;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("payloads")
  void thePayloadIsWrittenAndReadAsEver(String name, Object payload) {
    Golden.check(name, payload);
  }

  @Test
  void aStateFromBeforeItsApprovalsHeldTheirTermsIsReadAndWrittenAsItWas() {
    String json = Golden.read("opencontract-hire-input-carried");

    OpenContractHireInput input = Golden.value(json, OpenContractHireInput.class);

    OpenContractHire hire = Objects.requireNonNull(input.carried());
    assertThat(hire.approvals().getFirst().terms()).isNull();
    assertThat(hire.approvals().getFirst().pending()).isTrue();
    assertThat(Golden.json(input)).isEqualTo(json);
  }

  @Test
  void aStateWithoutLaterAddedFieldsIsReadWithTheirDefaults() {
    String json =
        "{\"id\":\"hir_1\",\"generation\":2,\"createdAt\":\"2026-11-01T10:15:30Z\",\"plan\":%s}"
            .formatted(Golden.json(OpenContractPlans.two()));

    OpenContractHire hire = Golden.value(json, OpenContractHire.class);

    assertThat(hire.status()).isEqualTo(HireStatus.REQUESTED);
    assertThat(hire.approvals()).isEmpty();
    assertThat(hire.requestedBy()).isNull();
  }
}
