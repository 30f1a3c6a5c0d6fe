package dev.tenure.lifecycle.opentrain.record;

import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainTotals;
import dev.tenure.lifecycle.opentrain.hire.Stage;
import dev.tenure.lifecycle.opentrain.marketplace.BudgetSnapshot;
import dev.tenure.lifecycle.record.CommonEvents;
import dev.tenure.lifecycle.record.EventDraft;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.money.MoneyTotals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The events on OpenTrain in business words between what was told of a hire and its state. */
public final class OpenTrainEvents {

  private final OpenTrainSnapshot before;
  private final OpenTrainHire hire;
  private final CommonEvents common;
  private final OpenTrainSnapshot after;
  private final List<EventDraft> events = new ArrayList<>();

  private OpenTrainEvents(OpenTrainSnapshot before, OpenTrainHire hire, OpenTrainSnapshot after) {
    this.before = before;
    this.hire = hire;
    this.common = new CommonEvents(hire, before.commands(), before.plan(), before);
    this.after = after;
  }

  /** In the order of cause and effect. */
  public static List<EventDraft> between(
      OpenTrainSnapshot before, OpenTrainHire hire, OpenTrainSnapshot after) {
    OpenTrainEvents events = new OpenTrainEvents(before, hire, after);
    events.requested();
    events.events.addAll(events.common.commands());
    events.givenUp();
    events.approvals();
    events.contract();
    events.milestones();
    events.budget();
    events.ended();
    events.events.addAll(events.common.incidents());
    events.closed();
    return events.events;
  }

  private void requested() {
    if (before.header() == null) {
      int count = hire.plan().milestones().size();
      add(
          "hire.requested",
          "Hire of proposal %s requested: %s, %s at most with fees."
              .formatted(
                  hire.plan().proposalId(),
                  count == 1 ? "1 milestone" : count + " milestones",
                  OpenTrainTotals.of(hire).worstCase()),
          hire.requestedBy() == null ? Map.of() : Map.of("actor", hire.requestedBy()));
    }
  }

  private void givenUp() {
    if (!before.givenUp() && hire.givenUp() != null && hire.closed() == null) {
      add(
          "hire.cancelling",
          "The hire is given up; what may be pending of it cannot be recalled and is watched until"
              + " it is final.");
    }
  }

  private void approvals() {
    for (Ask ask : hire.asks()) {
      if (ask.approval() != null) {
        approval(ask, before.approvals().get(ask.knownApproval().id()));
      }
    }
  }

  private void approval(Ask ask, OpenTrainSnapshot.@Nullable ApprovalView known) {
    String priced = priced(ask);
    if (known == null) {
      approval("approval.requested", "Approval requested: " + priced + ".", ask);
    }
    if (known == null ? ask.state() != Ask.State.PENDING : ask.state() != known.state()) {
      switch (ask.state()) {
        case CONFIRMED ->
            approval("approval.confirmed", CommonEvents.capital(priced) + ": confirmed.", ask);
        case DECLINED ->
            approval("approval.declined", CommonEvents.capital(priced) + ": declined.", ask);
        case EXPIRED ->
            approval(
                "approval.expired",
                CommonEvents.capital(priced) + ": expired, nobody decided in time.",
                ask);
        case SUPERSEDED ->
            approval(
                "approval.superseded",
                CommonEvents.capital(priced) + ": replaced by another request.",
                ask);
        case REPLACED ->
            approval(
                "approval.superseded",
                "Replaced by our own request with other terms: " + ask.step().words() + ".",
                ask);
        case SETTLED -> approval("approval.superseded", settled(ask), ask);
        case LOST, UNKNOWN -> approval("approval.lost_sight", lost(ask), ask);
        case PENDING ->
            approval("approval.requested", "The approval is in sight again: " + priced + ".", ask);
        case SENT, UNSENT, EXECUTED, FACT -> {}
      }
    }
  }

  private String settled(Ask ask) {
    return hire.closed() == null
        ? "People settled it in the app meanwhile: %s. The approval can no longer be carried out."
            .formatted(ask.step().words())
        : "An approval was still pending when the hire closed; it can no longer be carried out.";
  }

  private String lost(Ask ask) {
    return hire.closed() == null
        ? "The approval can no longer be seen: %s. The contract decides."
            .formatted(ask.step().words())
        : "An approval is still pending on the marketplace, on the contract that stays active, and"
            + " nobody watches it here any more: decline it, unless it is wanted.";
  }

  private static String priced(Ask ask) {
    return ask.call().amount() == null
        ? ask.step().words()
        : ask.step().words() + ", " + ask.call().amount();
  }

  private void approval(String type, String words, Ask ask) {
    events.add(
        new EventDraft(
            type,
            words,
            ask.step().milestone(),
            ask.knownApproval().id(),
            Map.of("kind", ask.step().approval().wire(), "url", ask.knownApproval().url())));
  }

  private void contract() {
    String id = hire.contract().idIfKnown();
    if (id == null || id.equals(before.contractId())) {
      return;
    }
    if (before.contractId() == null) {
      add("contract.created", "Hired: the contract is signed.", Map.of("contractId", id));
    } else {
      add(
          "contract.adopted",
          "The contract is %s: an operator said so.".formatted(id),
          Map.of("contractId", id, "before", before.contractId()));
    }
  }

  private void milestones() {
    for (Milestone milestone : hire.milestones()) {
      milestone(milestone, before.milestones().get(milestone.key()));
    }
  }

  private void milestone(Milestone milestone, OpenTrainSnapshot.@Nullable MilestoneView known) {
    MilestoneDocument was = known == null ? null : known.document();
    if (milestone.foreign() && was == null) {
      add(
          milestone,
          "milestone.foreign",
          milestone.unpriced()
              ? "Somebody else added a milestone without an amount that can be read; it counts"
                  + " nothing to the cap, and is never touched."
              : "Somebody else added a milestone of %s; it is counted but never touched."
                  .formatted(milestone.terms().amount()));
    }
    if (was != null && !was.amount().equals(milestone.terms().amount())) {
      repriced(milestone, was);
    }
    if (milestone.dropped() && known != null && !dropped(was)) {
      dropped(milestone);
    }
    progress(milestone, known == null ? Stage.NONE : known.stage(), was);
  }

  private static boolean dropped(@Nullable MilestoneDocument was) {
    return was != null && was.state() == MilestoneState.DROPPED;
  }

  private void repriced(Milestone milestone, MilestoneDocument was) {
    String before = was.amount().toString();
    String now = milestone.terms().amount().toString();
    Map<String, String> data = Map.of("before", before, "after", now);
    BigDecimal volume = was.volume();
    if (milestone.id() == null) {
      return; // Our own change of the plan, told as such.
    }
    if (was.milestoneId() == null && volume != null) {
      milestone(
          "milestone.priced",
          "The marketplace prices milestone %s, %s by its rate, at %s; %s was reckoned with."
              .formatted(title(milestone), volume.toPlainString(), now, before),
          milestone.key(),
          data);
    } else {
      milestone(
          "milestone.edited",
          "People changed milestone %s from %s to %s.".formatted(title(milestone), before, now),
          milestone.key(),
          data);
    }
  }

  private void dropped(Milestone milestone) {
    if (hire.closed() != null || milestone.foreign()) {
      return; // Closing the hire says enough; a foreign one was adopted as ours.
    }
    Map<String, String> data = common.actorOf("drop " + milestone.key());
    if (milestone.id() != null) {
      data.put("milestoneId", milestone.id());
    }
    milestone(
        "milestone.dropped",
        "Milestone %s was dropped%s."
            .formatted(
                title(milestone),
                milestone.id() == null
                    ? ""
                    : "; it was created already and stays unfunded on the marketplace"),
        milestone.key(),
        data);
  }

  /** What a late look jumps over is filled in: nothing is paid that was not funded. */
  private void progress(Milestone milestone, Stage was, @Nullable MilestoneDocument document) {
    Stage is = milestone.stage();
    if (is == was) {
      return;
    }
    boolean adopted =
        document != null && document.milestoneId() == null && adoptedId(milestone) != null;
    if (adopted) {
      add(
          milestone,
          "milestone.adopted",
          "Milestone %s is %s on the marketplace: an operator said so."
              .formatted(milestone.key(), milestone.id()));
    }
    boolean funded = !was.inEscrow() && (is.inEscrow() || is == Stage.PAID);
    String title = title(milestone);
    Object amount = milestone.terms().amount();
    if (is == Stage.UNFUNDED && milestone.dropped()) {
      add(
          milestone,
          "milestone.left_unfunded",
          "Milestone %s was being created when it was dropped; it stays unfunded on the marketplace."
              .formatted(title));
    } else if (is == Stage.UNFUNDED) {
      add(milestone, "milestone.created", "Milestone %s created, %s.".formatted(title, amount));
    }
    if (funded) {
      add(
          milestone,
          "milestone.funded",
          "Milestone %s funded: %s in escrow.".formatted(title, amount));
    }
    if (is == Stage.DELIVERED) {
      add(
          milestone,
          "milestone.delivered",
          "Milestone %s delivered: payout of %s requested.".formatted(title, amount));
    }
    if (is == Stage.PAID) {
      add(milestone, "milestone.paid", "Milestone %s paid: %s released.".formatted(title, amount));
    }
    if (is == Stage.GONE) {
      add(
          milestone,
          "milestone.cancelled",
          "Milestone %s was cancelled or refunded in the app.".formatted(title));
    }
  }

  /** The id of what was shown as a foreign milestone before it became this one's. */
  private @Nullable String adoptedId(Milestone milestone) {
    return milestone.id() != null
            && !milestone.foreign()
            && hire.findMilestone("foreign-" + milestone.id()).isPresent()
        ? milestone.id()
        : null;
  }

  private void budget() {
    BudgetSnapshot shown = hire.contract().budget();
    String was = before.budget() == null ? "OK" : before.budget().state();
    if (shown == null || shown.state().equals(was)) {
      return;
    }
    Map<String, String> data = new TreeMap<>();
    data.put("contractId", hire.contract().id());
    data.put("before", was);
    data.put("state", shown.state());
    data.put("funded", text(shown.funded()));
    data.put("consumed", text(shown.consumed()));
    data.put("remaining", text(shown.remaining()));
    String used =
        "%s of %s funded are used up".formatted(text(shown.consumed()), text(shown.funded()));
    switch (shown.state()) {
      case "OK" ->
          add(
              "contract.budget_ok",
              "The budget of the contract is fine again: " + used + ".",
              data);
      case "LOW" ->
          add("contract.budget_low", "The budget of the contract runs low: " + used + ".", data);
      case "DEPLETED" ->
          add(
              "contract.budget_depleted",
              "The budget of the contract is used up: "
                  + used
                  + ". Fund a milestone for more work.",
              data);
      default ->
          add(
              "contract.budget_changed",
              "The budget of the contract is " + shown.state() + ": " + used + ".",
              data);
    }
  }

  private static String text(@Nullable BigDecimal volume) {
    return volume == null ? "?" : volume.stripTrailingZeros().toPlainString();
  }

  private void ended() {
    if (!before.contractEnded() && hire.contract().ended()) {
      add("contract.ended", "The contract has ended.", Map.of("contractId", hire.contract().id()));
    }
  }

  private void closed() {
    if (hire.reopened() && !before.reopened()) {
      add("hire.reopened", "A contract of the proposal turned up after the hire was closed.");
    }
    HireStatus status = hire.closed();
    if (status == null || before.status().closed()) {
      return;
    }
    if (hire.abandoned() && hire.contract().known()) {
      add("hire.given_up", "The end was given up; the contract stays active.");
    }
    for (Ask ask : hire.asks()) {
      if (ask.state() == Ask.State.SENT && !hire.contract().ended()) {
        add(
            "hire.request_unanswered",
            "The hire was closed before its request for %s was answered. Should an approval of it"
                    .formatted(ask.step().words())
                + " turn up, decline it.");
      }
    }
    MoneyTotals totals = after.header() == null ? OpenTrainTotals.of(hire) : after.header().money();
    add(
        "hire." + status.wire(),
        switch (status) {
          case ENDED ->
              "The hire has ended: %s paid, %s fees estimated."
                  .formatted(totals.paid(), totals.feesEstimated());
          case DECLINED -> "The hire is closed: a person declined it.";
          case EXPIRED -> "The hire is closed: nobody decided in time.";
          case CANCELLED -> "The hire is closed: it was given up.";
          case REQUESTED, AWAITING_APPROVAL, ACTIVE, ENDING, CANCELLING ->
              throw new IllegalStateException(status + " does not close a hire");
        });
  }

  private void add(Milestone milestone, String type, String words) {
    String id = milestone.id();
    milestone(type, words, milestone.key(), id == null ? Map.of() : Map.of("milestoneId", id));
  }

  private void milestone(String type, String words, String key, Map<String, String> data) {
    events.add(new EventDraft(type, words, key, null, data));
  }

  private void add(String type, String words) {
    add(type, words, Map.of());
  }

  private void add(String type, String words, Map<String, String> data) {
    events.add(new EventDraft(type, words, null, null, data));
  }

  private static String title(Milestone milestone) {
    return CommonEvents.title(milestone.key(), milestone.terms().name());
  }
}
