package dev.tenure.lifecycle.opencontract.record;

import dev.tenure.lifecycle.opencontract.hire.Approval;
import dev.tenure.lifecycle.opencontract.hire.OpenContractHire;
import dev.tenure.lifecycle.opencontract.hire.OpenContractTotals;
import dev.tenure.lifecycle.opencontract.hire.PlannedMilestone;
import dev.tenure.lifecycle.opencontract.hire.Settlement;
import dev.tenure.lifecycle.opencontract.hire.WorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.lifecycle.record.CommonEvents;
import dev.tenure.lifecycle.record.DocumentKeys;
import dev.tenure.lifecycle.record.EventDraft;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.money.MoneyTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The events on OpenContract in business words between what was told of a hire and its state. They
 * name no Worker, no delivery and nobody's own words.
 */
public final class OpenContractEvents {
  private final OpenContractSnapshot before;
  private final OpenContractHire hire;
  private final CommonEvents common;
  private final List<EventDraft> events = new ArrayList<>();

  private OpenContractEvents(OpenContractSnapshot before, OpenContractHire hire) {
    this.before = before;
    this.hire = hire;
    this.common = new CommonEvents(hire, before.commands(), before.plan(), before);
  }

  /** In the order of cause and effect. */
  public static List<EventDraft> between(OpenContractSnapshot before, OpenContractHire hire) {
    OpenContractEvents events = new OpenContractEvents(before, hire);
    events.requested();
    events.events.addAll(events.common.commands());
    hire.approvals().stream().filter(events::told).forEach(events::approval);
    hire.milestones().forEach(events::milestone);
    hire.approvals().stream().filter(one -> !events.told(one)).forEach(events::approval);
    events.events.addAll(events.common.incidents());
    events.closed();
    return events.events;
  }

  private void requested() {
    if (before.header() == null) {
      int count = hire.plan().milestones().size();
      Map<String, String> data = new TreeMap<>();
      if (hire.requestedBy() != null) {
        data.put("actor", hire.requestedBy());
      }
      add(
          "hire.requested",
          "Hire %s requested: %s, %s at most."
              .formatted(
                  hire.plan().proposalId(),
                  count == 1 ? "1 milestone" : count + " milestones",
                  OpenContractTotals.of(hire).worstCase()),
          data);
    }
  }

  /** A decision moves a milestone; what a milestone has come to is asked about after that. */
  private boolean told(Approval approval) {
    return before.documents().containsKey(DocumentKeys.ofApproval(approval.id()));
  }

  private void approval(Approval approval) {
    Object known = before.documents().get(DocumentKeys.ofApproval(approval.id()));
    ApprovalStatus was = known instanceof ApprovalDocument document ? document.status() : null;
    String words = approval.step().words() + ", " + approval.amount();
    if (was == null) {
      approval(approval, "approval.requested", "Approval requested: %s.".formatted(words));
    }
    if (approval.status() == was || approval.pending()) {
      return;
    }
    String what = CommonEvents.capital(words);
    switch (approval.status()) {
      case CONFIRMED -> approval(approval, "approval.confirmed", what + ": confirmed.");
      case DECLINED -> approval(approval, "approval.declined", what + ": declined.");
      case EXPIRED ->
          approval(approval, "approval.expired", what + ": expired, nobody decided in time.");
      case SUPERSEDED -> approval(approval, "approval.superseded", what + superseded(approval));
      case PENDING, LOST_SIGHT ->
          throw new IllegalStateException("no end of an approval of ours: " + approval.status());
    }
  }

  private static String superseded(Approval approval) {
    return approval.decision() == null
        ? ": no longer asked for."
        : ": the yes is void, since what it was given to has changed; nothing was carried out.";
  }

  private void approval(Approval approval, String type, String words) {
    Map<String, String> data = new TreeMap<>();
    data.put("kind", approval.step().approval().wire());
    data.put("url", OpenContractDocuments.url(approval));
    data.put("termsDigest", approval.termsDigest());
    if (approval.decision() != null) {
      data.put("actor", approval.decision().decidedBy());
    }
    events.add(new EventDraft(type, words, approval.step().milestone(), approval.id(), data));
  }

  private void milestone(PlannedMilestone milestone) {
    Object known = before.documents().get(DocumentKeys.ofMilestone(milestone.key()));
    boolean dropped =
        known instanceof MilestoneDocument document && document.state() != MilestoneState.DROPPED;
    if (milestone.dropped() && dropped && hire.closed() == null) {
      events.add(
          new EventDraft(
              "milestone.dropped",
              "Milestone %s was dropped.".formatted(title(milestone)),
              milestone.key(),
              null,
              common.actorOf("drop " + milestone.key())));
    }
    for (WorkingContract contract : milestone.contracts()) {
      contract(milestone, contract, before.contracts().get(contract.id()));
    }
  }

  private void contract(
      PlannedMilestone milestone,
      WorkingContract contract,
      OpenContractSnapshot.@Nullable ContractView known) {
    if (known == null) {
      add(
          milestone,
          contract,
          "milestone.funded",
          "Working Contract of milestone %s created: %s in escrow, open until %s."
              .formatted(title(milestone), contract.escrowed(), contract.deadlines().match()));
    }
    WorkingContractStatus was =
        known == null
            ? WorkingContractStatus.CREATED
            : WorkingContractStatus.of(known.status()).orElse(WorkingContractStatus.CREATED);
    WorkingContractStatus is = contract.status().orElse(was);
    if (is != was) {
      progress(milestone, contract, was, is);
    }
    if (contract.disputeOvertaken() && (known == null || !known.disputeOvertaken())) {
      add(
          milestone,
          contract,
          "milestone.dispute_overtaken",
          "The dispute of milestone %s came too late; no bond was paid."
              .formatted(title(milestone)));
    }
    if (contract.settlementKnown() && (known == null || !known.settlementKnown())) {
      Settlement.of(contract).ifPresent(settled -> settled(milestone, contract, is, settled));
    }
  }

  /** What a late read jumps over is filled in: nothing is judged that was not delivered. */
  private void progress(
      PlannedMilestone milestone,
      WorkingContract contract,
      WorkingContractStatus was,
      WorkingContractStatus is) {
    String title = title(milestone);
    if (passes(was, is, WorkingContractStatus.MATCHED)) {
      add(
          milestone,
          contract,
          "milestone.matched",
          "A Worker accepted milestone %s; the delivery is due at %s."
              .formatted(title, contract.deadlines().delivery()));
    }
    if (passes(was, is, WorkingContractStatus.UNDER_REVIEW)) {
      add(
          milestone,
          contract,
          "milestone.delivered",
          "Milestone %s delivered: %s are paid at %s unless it is disputed before."
              .formatted(title, contract.escrowed(), contract.deadlines().review()));
    }
    if (passes(was, is, WorkingContractStatus.DISPUTED) && contract.shown().bond() != null) {
      add(
          milestone,
          contract,
          "milestone.disputed",
          "Milestone %s disputed: bond of %s locked, Backup Agents vote until %s."
              .formatted(title, contract.shown().bond(), contract.votesEnd()));
    }
    if (passes(was, is, WorkingContractStatus.RESOLVED)) {
      add(milestone, contract, "milestone.resolved", resolved(milestone, contract));
    }
  }

  /** Whether a contract that went from one status to the other was in a third meanwhile. */
  private static boolean passes(
      WorkingContractStatus was, WorkingContractStatus is, WorkingContractStatus third) {
    return was.progress() < third.progress() && reaches(is, third);
  }

  private static boolean reaches(WorkingContractStatus is, WorkingContractStatus third) {
    return switch (is) {
      case CREATED, MATCHED, UNDER_REVIEW, DISPUTED, RESOLVED -> is.progress() >= third.progress();
      case SETTLED_FULLY_MET, SETTLED_PARTIALLY_MET, SETTLED_NONE_MET -> true;
      case CANCELLED_BY_CLIENT, CANCELLED_UNMATCHED -> false;
      case CANCELLED_WITHDRAWN, CANCELLED_ABSENT -> third == WorkingContractStatus.MATCHED;
    };
  }

  private String resolved(PlannedMilestone milestone, WorkingContract contract) {
    List<String> criteria = contract.shown().criteriaMet();
    String by =
        contract.shown().bond() != null
            ? "by the votes"
            : contract.approveBegun() ? "by its approval" : "by silence";
    return criteria == null
        ? "Milestone %s judged %s.".formatted(title(milestone), by)
        : "Milestone %s judged %s: %d of %d criteria met, %d unclear."
            .formatted(
                title(milestone),
                by,
                criteria.stream().filter("met"::equals).count(),
                criteria.size(),
                criteria.stream().filter("unclear"::equals).count());
  }

  private void settled(
      PlannedMilestone milestone,
      WorkingContract contract,
      WorkingContractStatus status,
      Settlement settlement) {
    String title = title(milestone);
    String refund = "%s come back".formatted(settlement.toClient());
    String paid =
        "%s to the Worker (%s less %s fee, with the stake of %s back), %s to us, %s to the Treasury"
            .formatted(
                settlement.toWorker(),
                settlement.gross(),
                settlement.fee(),
                settlement.stakeBack(),
                settlement.toClient(),
                settlement.toTreasury());
    switch (status) {
      case SETTLED_FULLY_MET ->
          add(
              milestone,
              contract,
              "milestone.paid",
              "Milestone %s paid: %s.".formatted(title, paid));
      case SETTLED_PARTIALLY_MET ->
          add(
              milestone,
              contract,
              "milestone.partly_paid",
              "Milestone %s paid in part: %s.".formatted(title, paid));
      case SETTLED_NONE_MET ->
          add(
              milestone,
              contract,
              "milestone.refunded",
              "Milestone %s refunded, nothing was met: %s, %s of it from the Worker's stake."
                  .formatted(title, refund, settlement.compensation()));
      case CANCELLED_BY_CLIENT ->
          add(
              milestone,
              contract,
              "milestone.cancelled",
              "The Working Contract of milestone %s was cancelled: %s.".formatted(title, refund));
      case CANCELLED_UNMATCHED ->
          add(
              milestone,
              contract,
              "milestone.unmatched",
              "Nobody accepted milestone %s, or its Worker declined: %s.".formatted(title, refund));
      case CANCELLED_WITHDRAWN ->
          add(
              milestone,
              contract,
              "milestone.worker_withdrew",
              "The Worker of milestone %s withdrew: %s, %s of it from the stake."
                  .formatted(title, refund, settlement.compensation()));
      case CANCELLED_ABSENT ->
          add(
              milestone,
              contract,
              "milestone.worker_absent",
              "The Worker of milestone %s delivered nothing: %s, %s of it from the stake."
                  .formatted(title, refund, settlement.compensation()));
      case CREATED, MATCHED, UNDER_REVIEW, DISPUTED, RESOLVED ->
          throw new IllegalStateException("nothing is settled yet: " + contract.id());
    }
  }

  private void closed() {
    if (hire.ending() && !before.ending() && hire.closed() == null && hire.everContracted()) {
      add(
          "hire.ending",
          "The hire ends: what nobody accepted is cancelled, and the rest is waited for.",
          Map.of());
    }
    HireStatus status = hire.closed();
    if (status == null || (before.header() != null && before.header().status().closed())) {
      return;
    }
    leftBehind();
    MoneyTotals money = OpenContractTotals.of(hire);
    add(
        "hire." + status.wire(),
        switch (status) {
          case ENDED ->
              "The hire has ended: %s paid, %s of it fees."
                  .formatted(money.paid(), money.feesEstimated());
          case DECLINED -> "The hire is closed: a person declined it.";
          case EXPIRED -> "The hire is closed: nobody decided in time.";
          case CANCELLED -> "The hire is closed: it was given up.";
          case REQUESTED, AWAITING_APPROVAL, ACTIVE, ENDING, CANCELLING ->
              throw new IllegalStateException(status + " does not close a hire");
        },
        Map.of());
  }

  private void leftBehind() {
    for (PlannedMilestone milestone : hire.milestones()) {
      WorkingContract contract = milestone.contract();
      if (milestone.creation() != null) {
        events.add(
            new EventDraft(
                "milestone.left_behind",
                "The creation of milestone %s may have been paid; nobody watches it here any more."
                    .formatted(title(milestone)),
                milestone.key(),
                null,
                Map.of("key", milestone.creation().contract().key())));
      } else if (contract != null && !contract.terminal()) {
        add(
            milestone,
            contract,
            "milestone.left_behind",
            "The Working Contract of milestone %s goes on, and nobody watches it here any more."
                .formatted(title(milestone)));
      }
    }
  }

  private void add(
      PlannedMilestone milestone, WorkingContract contract, String type, String words) {
    events.add(
        new EventDraft(
            type,
            words,
            milestone.key(),
            null,
            Map.of("contractId", contract.id(), "status", contract.shown().status())));
  }

  private void add(String type, String words, Map<String, String> data) {
    events.add(new EventDraft(type, words, null, null, data));
  }

  private static String title(PlannedMilestone milestone) {
    return CommonEvents.title(milestone.key(), milestone.terms().name());
  }
}
