package dev.tenure.sandbox.opentrain.pages;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.opentrain.json.Iso;
import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.ApprovalStatus;
import dev.tenure.sandbox.opentrain.model.contract.ApprovalType;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.model.money.Money;
import dev.tenure.sandbox.opentrain.pages.ApprovalPage.Choices;
import dev.tenure.sandbox.opentrain.rules.contract.Approvals;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an approval on its page; looking at it here expires it like any other look. */
@Singleton
class ApprovalPages {
  private final World world;
  private final Approvals approvals;
  private final ApprovalSummaries summaries;

  ApprovalPages(World world, Approvals approvals, ApprovalSummaries summaries) {
    this.world = world;
    this.approvals = approvals;
    this.summaries = summaries;
  }

  /** The page; after a refusal with what was refused, so that nothing has to be typed again. */
  @Nullable ApprovalPage of(String id, ApprovalForm form, @Nullable String error) {
    return world.transact(
        () -> {
          Approval approval = approvals.look(id);
          return approval == null ? null : page(approval, form, error);
        });
  }

  private ApprovalPage page(Approval approval, ApprovalForm form, @Nullable String error) {
    ApprovalSummary summary = summaries.of(approval, form);
    boolean pending = approval.pending();
    boolean hire = approval.type() == ApprovalType.PROPOSAL_HIRE;
    return new ApprovalPage(
        approval.status().word(),
        badge(approval),
        summary.title(),
        summary.lede(),
        summary.facts(),
        pending
            ? summary.bill()
            : summary.bill().decided(approval.status() == ApprovalStatus.CONFIRMED),
        hire && pending ? terms(summaries.terms(approval), form) : null,
        approval.type() == ApprovalType.CONTRACT_END ? "What happens to the escrow" : "Pay from",
        pending ? choices(approval, summary.total(), form) : List.of(),
        pending ? until(approval) : null,
        summary.confirmWords(),
        "Approval " + approval.id() + " · asked " + Formats.moment(wall(approval.createdAt())),
        error);
  }

  private List<Choices> choices(Approval approval, long total, ApprovalForm form) {
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
            Formats.money(account.availableCents()) + " available",
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

  private static ApprovalPage.TermsForm terms(Terms asked, ApprovalForm form) {
    Instant due = asked.dueDate();
    return new ApprovalPage.TermsForm(
        form.value("name", requireNonNullElse(asked.name(), "")),
        form.value("description", requireNonNullElse(asked.description(), "")),
        form.value("amount", Money.usd(asked.amountCents()).setScale(2).toPlainString()),
        form.value("dueDate", due == null ? "" : Formats.isoDay(due)));
  }

  private ApprovalPage.Until until(Approval approval) {
    Instant end = wall(approval.expiresAt());
    return new ApprovalPage.Until(
        approval.id(), Formats.moment(end), Iso.of(end), Formats.left(world.clock().wall(), end));
  }

  private Instant wall(Instant market) {
    return world.clock().wall(market);
  }

  private String badge(Approval approval) {
    Instant resolved = approval.resolvedAt();
    String when = resolved == null ? "" : " · " + Formats.moment(wall(resolved));
    return switch (approval.status()) {
      case PENDING -> "Waiting for you";
      case CONFIRMED -> "Confirmed and carried out" + when;
      case DECLINED -> "Declined" + when;
      case EXPIRED -> "No longer open" + when;
    };
  }
}
