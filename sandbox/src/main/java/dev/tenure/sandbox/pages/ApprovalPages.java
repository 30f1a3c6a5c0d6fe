package dev.tenure.sandbox.pages;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.pages.ApprovalPage.Choices;
import dev.tenure.sandbox.rules.Approvals;
import dev.tenure.sandbox.wire.Iso;
import dev.tenure.sandbox.world.Account;
import dev.tenure.sandbox.world.Approval;
import dev.tenure.sandbox.world.ApprovalStatus;
import dev.tenure.sandbox.world.ApprovalType;
import dev.tenure.sandbox.world.Money;
import dev.tenure.sandbox.world.Terms;
import dev.tenure.sandbox.world.World;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an approval on its page; looking at it here expires it like any other look. */
@Singleton
class ApprovalPages {
  private final World world;
  private final Approvals approvals;
  private final Matters matters;

  ApprovalPages(World world, Approvals approvals, Matters matters) {
    this.world = world;
    this.approvals = approvals;
    this.matters = matters;
  }

  /** The page; after a refusal with what was refused, so that nothing has to be typed again. */
  @Nullable ApprovalPage of(String id, FilledForm form, @Nullable String error) {
    return world.transact(
        () -> {
          Approval approval = approvals.look(id);
          return approval == null ? null : page(approval, form, error);
        });
  }

  private ApprovalPage page(Approval approval, FilledForm form, @Nullable String error) {
    Matter matter = matters.of(approval, form);
    boolean pending = approval.pending();
    boolean hire = approval.type() == ApprovalType.PROPOSAL_HIRE;
    return new ApprovalPage(
        approval.status().word(),
        badge(approval),
        matter.title(),
        matter.lede(),
        matter.facts(),
        pending
            ? matter.bill()
            : matter.bill().decided(approval.status() == ApprovalStatus.CONFIRMED),
        hire && pending ? terms(matters.terms(approval), form) : null,
        approval.type() == ApprovalType.CONTRACT_END ? "What happens to the escrow" : "Pay from",
        pending ? choices(approval, matter.total(), form) : List.of(),
        pending ? until(approval) : null,
        matter.confirmWords(),
        "Approval " + approval.id() + " · asked " + Words.moment(wall(approval.createdAt())),
        error);
  }

  private List<Choices> choices(Approval approval, long total, FilledForm form) {
    return switch (approval.type()) {
      case PROPOSAL_HIRE, MILESTONE_FUND ->
          sources(world.accounts.get(approval.accountId()), total, form.value("source", ""));
      case MILESTONE_APPROVE -> List.of();
      case CONTRACT_END -> escrow(form.value("escrow", "refund").equals("release"));
    };
  }

  private static List<Choices> escrow(boolean release) {
    return List.of(
        new Choices("escrow", "refund", "Refund it", "It comes back to you.", true, !release),
        new Choices("escrow", "release", "Release it", "The trainer is paid.", true, release));
  }

  private static List<Choices> sources(Account account, long total, String chosen) {
    boolean covered = account.availableCents() >= total;
    boolean card = account.card() && (chosen.equals("card") || !covered);
    return List.of(
        new Choices(
            "source",
            "credits",
            "Credits",
            Words.money(account.availableCents()) + " available",
            covered,
            covered && !card),
        new Choices(
            "source",
            "card",
            "Card",
            account.card() ? "On file" : "No card on file",
            account.card(),
            card));
  }

  private static ApprovalPage.TermsForm terms(Terms asked, FilledForm form) {
    Instant due = asked.dueDate();
    return new ApprovalPage.TermsForm(
        form.value("name", requireNonNullElse(asked.name(), "")),
        form.value("description", requireNonNullElse(asked.description(), "")),
        form.value("amount", Money.usd(asked.amountCents()).setScale(2).toPlainString()),
        form.value("dueDate", due == null ? "" : Words.isoDay(due)));
  }

  private ApprovalPage.Until until(Approval approval) {
    Instant end = wall(approval.expiresAt());
    return new ApprovalPage.Until(
        approval.id(), Words.moment(end), Iso.of(end), Words.left(world.clock().wall(), end));
  }

  private Instant wall(Instant market) {
    return world.clock().wall(market);
  }

  private String badge(Approval approval) {
    Instant resolved = approval.resolvedAt();
    String when = resolved == null ? "" : " · " + Words.moment(wall(resolved));
    return switch (approval.status()) {
      case PENDING -> "Waiting for you";
      case CONFIRMED -> "Confirmed and carried out" + when;
      case DECLINED -> "Declined" + when;
      case EXPIRED -> "No longer open" + when;
    };
  }
}
