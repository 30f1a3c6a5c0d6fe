package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.hire.Wait;
import dev.tenure.model.hire.WaitKind;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.ReleaseRule;
import dev.tenure.workflows.Golden;
import dev.tenure.workflows.hire.AddMilestoneCommand;
import dev.tenure.workflows.hire.ChangeCommand;
import dev.tenure.workflows.hire.CommandContext;
import dev.tenure.workflows.hire.MilestoneCommand;
import dev.tenure.workflows.hire.Refusal;
import dev.tenure.workflows.hire.ResolveCommand;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Payload JSON outlives the code: hires wait for weeks with it in their histories. */
class PayloadTest {
  private static final Instant THEN = Instant.parse("2026-11-01T10:15:30.123Z");
  private static final MilestonePlan PLANNED =
      new MilestonePlan(
          "m1",
          "Batch 1",
          "10k frames",
          Money.usd("450.00"),
          LocalDate.parse("2027-07-15"),
          FundRule.atStart());
  private static final MilestonePlan PRICED_BY_VOLUME =
      new MilestonePlan(
          "m1",
          "Batch 1",
          null,
          Money.usd("450.00"),
          null,
          FundRule.onRequest(),
          ReleaseRule.ON_REQUEST,
          new BigDecimal("12.5"));
  private static final HirePlan PLAN =
      new HirePlan(
          "default",
          "prp_9",
          "REQ-118",
          Map.of("team", "vision", "a", "b"),
          List.of(
              PLANNED,
              new MilestonePlan(
                  "m2", null, "5k frames", Money.usd("250.00"), null, FundRule.afterPaid("m1"))),
          Money.usd("1000.00"),
          true,
          Policies.DEFAULT);
  private static final ApprovalSnapshot APPROVAL =
      new ApprovalSnapshot(
          "apr_1",
          "proposal_hire",
          "confirmed",
          "ctr_1",
          "mst_1",
          "job_1",
          "prp_9",
          "https://market.example/a/1",
          THEN,
          THEN.plusSeconds(259_200),
          THEN.plusSeconds(60),
          Map.of("hired", "true"));
  private static final MilestoneSnapshot MILESTONE =
      new MilestoneSnapshot(
          "mst_1",
          1,
          "Batch 1",
          "ACTIVE_FUNDED",
          Money.usd("450.00"),
          LocalDate.parse("2027-07-15"),
          "tenure:hir_1/m1",
          true);

  static Stream<Arguments> payloads() {
    ContractSnapshot contract =
        new ContractSnapshot(
            "ctr_1", "active", "job_1", "prp_9", "FIXED_PRICE", List.of(MILESTONE));
    return Stream.of(
        Arguments.of("hire-input", HireInput.start("hir_1", 2, PLAN, THEN)),
        Arguments.of("hire-input-carried", HireInput.carrying(Hires.steered(PLAN, THEN))),
        Arguments.of(
            "hire-input-reopening", HireInput.reopening(Hires.declined(PLAN, THEN), contract)),
        Arguments.of("hire-state", Hires.troubled(PLAN, THEN)),
        Arguments.of("record-batch", batch()),
        Arguments.of(
            "notifications",
            new MarketplaceNotifications(
                List.of(
                    new MarketplaceNotification("7", "t", "apr_1", "mst_1", "ctr_1", "prp_9")))),
        Arguments.of("hire-ask", new HireAsk("prp_9", PLANNED, true)),
        Arguments.of("milestone-ask", new MilestoneAsk("mst_1")),
        Arguments.of(
            "milestone-ask-held", new MilestoneAsk("mst_1", IncidentCause.PAYMENT_METHOD_REQUIRED)),
        Arguments.of("create-milestone", new CreateMilestone("ctr_1", PLANNED, "tenure:hir_1/m1")),
        Arguments.of(
            "approval-answer",
            new ApprovalAnswer(
                new ApprovalReading.Seen(APPROVAL), new ContractReading.Seen(contract))),
        Arguments.of("approval-answer-alone", new ApprovalAnswer(new ApprovalReading.LostSight())),
        Arguments.of(
            "end-answer", new EndAnswer(new AskAnswer.Done(), new ContractReading.Seen(contract))),
        Arguments.of(
            "approval-search", new ApprovalSearch(ApprovalKind.MILESTONE_FUND, "mst_1", THEN)),
        Arguments.of("approvals-found", new ApprovalsFound(List.of(APPROVAL))),
        Arguments.of("approval-ref", new ApprovalRef("apr_1")),
        Arguments.of("contract-ref", new ContractRef("ctr_1")),
        Arguments.of("proposal-ref", new ProposalRef("prp_9", "job_1")),
        Arguments.of("ask-answer-pending", new AskAnswer.Pending(APPROVAL)),
        Arguments.of("ask-answer-done", new AskAnswer.Done()),
        Arguments.of("ask-answer-fact", new AskAnswer.Fact(AskAnswer.Reason.ALREADY_ACCEPTED)),
        Arguments.of("approval-reading-seen", new ApprovalReading.Seen(APPROVAL)),
        Arguments.of("approval-reading-lost-sight", new ApprovalReading.LostSight()),
        Arguments.of("contract-reading-seen", new ContractReading.Seen(contract)),
        Arguments.of("contract-reading-not-found", new ContractReading.NotFound()),
        Arguments.of("create-answer-created", new CreateAnswer.Created(MILESTONE)),
        Arguments.of("create-answer-contract-ended", new CreateAnswer.ContractEnded()),
        Arguments.of("obstacle", new Obstacle(IncidentCause.TOKEN_REJECTED, "words", "https://f")),
        Arguments.of("milestone-command", new MilestoneCommand("m1")),
        Arguments.of("command-context", new CommandContext(12L, "ci")),
        Arguments.of("add-milestone-command", new AddMilestoneCommand(PRICED_BY_VOLUME)),
        Arguments.of(
            "change-command", new ChangeCommand(12, HireTerms.of(PLAN), List.of(PRICED_BY_VOLUME))),
        Arguments.of("refusal-conflict", new Refusal("no", List.of(), Refusal.VERSION_CONFLICT)),
        Arguments.of("resolve-command", new ResolveCommand("inc_1", Resolution.RETRY)),
        Arguments.of("refusal", new Refusal("no", batch().hire().allowedActions())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("payloads")
  void thePayloadIsWrittenAndReadAsEver(String name, Object payload) {
    Golden.check(name, payload);
  }

  @Test
  void unknownPropertiesAreIgnored() {
    String json = "{\"approvalId\":\"apr_1\",\"later\":{\"added\":[1]}}";

    assertThat(Golden.value(json, ApprovalRef.class)).isEqualTo(new ApprovalRef("apr_1"));
  }

  @Test
  void theContextOfACommandWasAVersionAloneOnce() {
    assertThat(Golden.value("{\"version\":12}", CommandContext.class))
        .isEqualTo(new CommandContext(12L, null));
  }

  @Test
  void aStateWithoutLaterAddedFieldsIsReadWithTheirDefaults() {
    String json =
        "{\"id\":\"hir_1\",\"generation\":2,\"createdAt\":\"2026-11-01T10:15:30Z\",\"plan\":%s}"
            .formatted(Golden.json(PLAN));

    OpenTrainHire hire = Golden.value(json, OpenTrainHire.class);

    assertThat(hire.status()).isEqualTo(HireStatus.REQUESTED);
    assertThat(hire.asks()).isEmpty();
    assertThat(hire.contract().known()).isFalse();
    assertThat(hire.recorded().version()).isZero();
  }

  @Test
  void theOrderOfMilestonesNotificationsAndCommandsIsKept() {
    OpenTrainHire hire = Hires.steered(PLAN, THEN);
    for (int i = 40; i > 0; i--) {
      new OpenTrainLifecycle(hire)
          .observe(
              new OpenTrainObservation.Notified(
                  new Notification("approval.confirmed", "apr_x" + i, null, null, null, null)),
              THEN);
      new OpenTrainLifecycle(hire)
          .command(
              new CommandRequest(
                  "key-" + i,
                  new Command.AddMilestone(Plans.milestone("z" + i, "1.00", FundRule.onRequest()))),
              THEN);
    }

    OpenTrainHire back = Golden.value(Golden.json(hire), OpenTrainHire.class);

    assertThat(Golden.json(back)).isEqualTo(Golden.json(hire));
    assertThat(back.milestones())
        .extracting(Milestone::key)
        .containsExactlyElementsOf(hire.milestones().stream().map(Milestone::key).toList());
    assertThat(back.commands().keySet()).containsExactlyElementsOf(hire.commands().keySet());
  }

  private static RecordBatch batch() {
    HireDocument hire =
        new HireDocument(
            "hir_1",
            "default",
            "prp_9",
            2,
            HireStatus.ACTIVE,
            "ctr_1",
            "job_1",
            List.of(new Wait(WaitKind.APPROVAL, "apr_1", "m1", null, "https://a", THEN)),
            new MoneyTotals(
                Money.usd("1000.00"),
                Money.usd("450.00"),
                Money.usd("0.00"),
                Money.usd("54.95"),
                Money.usd("779.95")),
            List.of(new AllowedAction(ActionKind.RESOLVE, "inc_1", List.of(Resolution.RETRY))),
            12,
            THEN,
            THEN,
            null);
    return new RecordBatch(
        "hir_1",
        "run_2",
        "run_1",
        hire,
        List.of(MilestoneDocument.planned(PLANNED, 1).at(3)),
        List.of(
            new ApprovalDocument(
                "apr_1",
                ApprovalKind.PROPOSAL_HIRE,
                ApprovalStatus.CONFIRMED,
                "m1",
                Money.usd("450.00"),
                Money.usd("54.95"),
                "https://market.example/a/1",
                1,
                THEN,
                THEN,
                THEN,
                Map.of("invoiceId", "inv_1"),
                4)),
        List.of(
            new IncidentDocument(
                "inc_1",
                IncidentCause.BUDGET_EXCEEDED,
                "words",
                "m2",
                "https://fix",
                List.of(Resolution.RETRY, Resolution.ABORT),
                THEN,
                THEN,
                Resolution.RETRY,
                5)),
        List.of(
            new HireEvent(
                9, "approval.confirmed", THEN, "words", "m1", "apr_1", Map.of("a", "b"))));
  }
}
