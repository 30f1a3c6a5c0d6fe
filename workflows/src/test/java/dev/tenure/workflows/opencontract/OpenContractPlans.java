package dev.tenure.workflows.opencontract;

import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OnSilence;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.OpenContractTerms;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.SelfApproval;
import dev.tenure.model.plan.WorkerLost;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Plans of hires on OpenContract, for tests. */
final class OpenContractPlans {
  static final String WORKER = "0x1111111111111111111111111111111111111111";
  static final String ANOTHER = "0x2222222222222222222222222222222222222222";

  private OpenContractPlans() {}

  /** Two milestones of one Worker, the second after the first is paid. */
  static HirePlan two() {
    return plan(
        terms(OnSilence.LET_PAY, WorkerLost.HOLD),
        milestone("m1", 20, FundRule.atStart()),
        milestone("m2", 30, FundRule.afterPaid("m1")));
  }

  static HirePlan one(OnSilence onSilence, WorkerLost onWorkerLost) {
    return plan(terms(onSilence, onWorkerLost), milestone("m1", 20, FundRule.atStart()));
  }

  static HirePlan selfApprovalForbidden() {
    OpenContractTerms terms = terms(OnSilence.LET_PAY, WorkerLost.HOLD);
    return plan(
        new OpenContractTerms(
            terms.worker(),
            terms.nextWorkers(),
            terms.onSilence(),
            terms.onWorkerLost(),
            SelfApproval.FORBID,
            terms.approvalWindow(),
            terms.reviewMargin()),
        milestone("m1", 20, FundRule.atStart()));
  }

  private static OpenContractTerms terms(OnSilence onSilence, WorkerLost onWorkerLost) {
    return new OpenContractTerms(
        WORKER,
        List.of(ANOTHER),
        onSilence,
        onWorkerLost,
        SelfApproval.ALLOW,
        OpenContractTerms.APPROVAL_WINDOW,
        OpenContractTerms.REVIEW_MARGIN);
  }

  private static HirePlan plan(OpenContractTerms terms, MilestonePlan... milestones) {
    return new HirePlan(
        "default",
        "REQ-7",
        "REQ-7",
        Map.of(),
        List.of(milestones),
        null,
        false,
        Policies.DEFAULT,
        terms);
  }

  private static MilestonePlan milestone(String key, long dollars, FundRule fund) {
    return new MilestonePlan(
        key,
        "Label receipts",
        "Label the receipts in the folder.",
        Money.ofMinor(dollars * 1_000_000, "USDC"),
        null,
        fund,
        null,
        null,
        new OpenContractMilestone(
            List.of("all are present", "the sums match", "no page is torn"),
            null,
            Duration.ofDays(1),
            Duration.ofDays(4),
            Duration.ofDays(3),
            null));
  }
}
