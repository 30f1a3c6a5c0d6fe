package dev.tenure.workflows;

import dev.tenure.lifecycle.marketplace.MilestoneSnapshot;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestoneState;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Takes over what the marketplace shows of one milestone. */
final class MilestoneAdoption {
  private final Book book;
  private final String key;

  MilestoneAdoption(Book book, String key) {
    this.book = book;
    this.key = key;
  }

  void adopt(MilestoneSnapshot shown) {
    terms(shown);
    state(shown).ifPresent(next -> reach(next, shown));
  }

  private void reach(MilestoneState next, MilestoneSnapshot shown) {
    MilestoneState known = book.milestone(key).state();
    if (next == MilestoneState.DELIVERED && !known.inEscrow()) {
      move(MilestoneState.FUNDED, shown);
    }
    if (next != known) {
      move(next, shown);
    }
  }

  /** Refunded and cancelled milestones are hidden: one that was there and is not, is gone. */
  void vanished() {
    if (!book.milestone(key).state().settled()) {
      book.put(book.milestone(key).withState(MilestoneState.CANCELLED));
      note("milestone.cancelled", "Milestone %s was cancelled or refunded in the app.", Map.of());
    }
  }

  private void terms(MilestoneSnapshot shown) {
    MilestoneDocument before = book.milestone(key);
    MilestoneDocument after =
        before.withMarketplace(
            shown.id(), shown.number(), shown.name(), shown.amount(), shown.dueDate());
    if (after.equals(before)) {
      return;
    }
    book.put(after);
    if (after.amount().equals(before.amount())) {
      return;
    }
    Map<String, String> data =
        Map.of("before", before.amount().toString(), "after", after.amount().toString());
    BigDecimal volume = before.volume();
    if (before.milestoneId() == null && volume != null) {
      note(
          "milestone.priced",
          "The marketplace prices milestone %s, "
              + volume.toPlainString()
              + " by its rate, at "
              + after.amount()
              + "; "
              + before.amount()
              + " was reckoned with.",
          data);
    } else {
      note(
          "milestone.edited",
          "People changed milestone %s from " + before.amount() + " to " + after.amount() + ".",
          data);
    }
  }

  private Optional<MilestoneState> state(MilestoneSnapshot shown) {
    MilestoneState known = book.milestone(key).state();
    if (shown.paid()) {
      return Optional.of(MilestoneState.PAID);
    }
    if (shown.funded()) {
      MilestoneState open = shown.delivered() ? MilestoneState.DELIVERED : MilestoneState.FUNDED;
      return Optional.of(known == MilestoneState.AWAITING_RELEASE ? known : open);
    }
    if (shown.notFunded()) {
      return Optional.of(awaitingOrDropped(known) ? known : MilestoneState.CREATED);
    }
    return Optional.empty();
  }

  private static boolean awaitingOrDropped(MilestoneState known) {
    return known == MilestoneState.AWAITING_FUNDING || known == MilestoneState.DROPPED;
  }

  private void move(MilestoneState next, MilestoneSnapshot shown) {
    book.put(book.milestone(key).withState(next));
    Map<String, String> data = Map.of("milestoneId", shown.id());
    switch (next) {
      case CREATED ->
          note("milestone.created", "Milestone %s created, " + shown.amount() + ".", data);
      case FUNDED ->
          note("milestone.funded", "Milestone %s funded: " + shown.amount() + " in escrow.", data);
      case DELIVERED ->
          note(
              "milestone.delivered",
              "Milestone %s delivered: payout of " + shown.amount() + " requested.",
              data);
      case PAID ->
          note("milestone.paid", "Milestone %s paid: " + shown.amount() + " released.", data);
      case PLANNED, AWAITING_FUNDING, AWAITING_RELEASE, CANCELLED, DROPPED ->
          throw new IllegalStateException("no marketplace shows a milestone as " + next);
    }
  }

  private void note(String type, String words, Map<String, String> data) {
    String title = book.milestone(key).title().replace("%", "%%");
    book.note(type, words.replace("%s", title.replace("%%", "%")), key, null, data);
  }
}
