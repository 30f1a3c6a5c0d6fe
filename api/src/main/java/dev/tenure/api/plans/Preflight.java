package dev.tenure.api.plans;

import dev.tenure.api.links.Paths;
import dev.tenure.api.plans.HirePlanJson.PreflightJson;
import dev.tenure.journal.account.Accounts;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.workflows.accounts.AccountReading;
import dev.tenure.workflows.accounts.ProposalFacts;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at everything that could keep a hire from beginning. */
@Singleton
record Preflight(Hires hires, Accounts accounts) {

  static final String AWAY = "No worker answered within 5 seconds.";
  static final String START = "See that a worker runs and serves the account; try again.";

  /**
   * Makes the checks.
   *
   * @param seen what a worker saw just now; empty where none answered
   */
  PreflightJson check(Price price, Optional<AccountReading> seen) {
    Checks checks = new Checks();
    if (seen.isEmpty()) {
      checks.unknown("worker", AWAY, START);
      AccountChecks.unseen(checks, AWAY, START);
      ProposalChecks.unseen(checks, AWAY, START);
    } else {
      checks.green("worker", "A worker serves the account.");
      look(checks, price, seen.get());
    }
    standing(checks, price.plan(), "proposal");
    dueDates(checks, price.plan());
    new PayChecks(checks, price).run();
    return checks.told();
  }

  private void look(Checks checks, Price price, AccountReading seen) {
    new AccountChecks(checks, seen.account())
        .run(
            price,
            accounts
                .openIncident(price.plan().account(), IncidentCause.PAYMENT_METHOD_REQUIRED)
                .orElse(null));
    @Nullable ProposalFacts proposal = seen.proposal();
    if (proposal == null) {
      ProposalChecks.unseen(checks, "The proposal was not looked at.", null);
    } else {
      new ProposalChecks(checks, proposal, price.plan()).run();
    }
  }

  /** The marketplace refuses a day that is over; a later one may be over when its turn comes. */
  private static void dueDates(Checks checks, HirePlan plan) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (MilestonePlan milestone : plan.milestones()) {
      if (milestone.dueDate() != null && milestone.dueDate().isBefore(today)) {
        checks.red(
            "due_date",
            "Milestone %s is due on %s, and today is %s."
                .formatted(milestone.key(), milestone.dueDate(), today),
            "Send a later dueDate, or none.");
      }
    }
  }

  /**
   * One hire stands for each proposal, or reference; the journal knows it without a worker.
   *
   * @param identity what makes it the one of its account
   */
  void standing(Checks checks, HirePlan plan, String identity) {
    Optional<HireView> there = hires.current(plan.account(), plan.proposalId());
    if (there.isEmpty()) {
      checks.green("no_other_hire", "No hire of this " + identity + " was made here before.");
    } else {
      HireView hire = there.get();
      checks.red(
          "no_other_hire",
          "Hire %s of this %s was made before; it is %s."
              .formatted(hire.id(), identity, hire.document().status().wire()),
          hire.document().status().closed() && hire.document().contractId() == null
              ? "Send replaces with its id to take its place."
              : "The same request finds that hire; it cannot be made a second time.",
          Paths.hire(hire.id()));
    }
  }
}
