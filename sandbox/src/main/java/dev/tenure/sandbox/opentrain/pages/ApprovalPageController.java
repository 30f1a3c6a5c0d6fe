package dev.tenure.sandbox.opentrain.pages;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import dev.tenure.sandbox.http.EnumWord;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opentrain.json.Iso;
import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.EscrowChoice;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.model.money.Money;
import dev.tenure.sandbox.opentrain.model.money.PaySource;
import dev.tenure.sandbox.opentrain.pages.ApprovalPage.Choices;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.contract.Approvals;
import dev.tenure.sandbox.opentrain.rules.contract.Decisions;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page on which a person decides; plain forms, so that it works without any script. */
@Controller("/approvals/{id}")
@Hidden
@Produces(MediaType.TEXT_HTML)
record ApprovalPageController(
    World world, Approvals approvals, ApprovalSummaries summaries, Decisions decisions) {

  @Get
  HttpResponse<ModelAndView<Map<String, Object>>> show(String id) {
    return page(id, ApprovalForm.NONE, HttpStatus.OK, null);
  }

  /** The page again with what was typed, and the fees of that; nothing is decided. */
  @Post("/review")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> review(HttpRequest<Map<String, String>> request, String id) {
    return page(id, new ApprovalForm(request.getBody().orElse(Map.of())), HttpStatus.OK, null);
  }

  @Get("/review")
  HttpResponse<?> again(String id) {
    return HttpResponse.seeOther(URI.create("/approvals/" + id));
  }

  @Post("/confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> confirm(HttpRequest<Map<String, String>> request, String id) {
    ApprovalForm form = new ApprovalForm(request.getBody().orElse(Map.of()));
    return decide(id, form, () -> decisions.confirm(id, choice(form)));
  }

  @Post("/decline")
  @Consumes(MediaType.ALL)
  HttpResponse<?> decline(String id) {
    return decide(id, ApprovalForm.NONE, () -> decisions.decline(id));
  }

  private HttpResponse<?> decide(String id, ApprovalForm form, Runnable act) {
    try {
      act.run();
      return HttpResponse.seeOther(URI.create("/approvals/" + id));
    } catch (Refusal refusal) {
      return page(id, form, HttpStatus.valueOf(refusal.code().status()), refusal.words());
    } catch (InvalidRequest invalid) {
      return page(id, form, HttpStatus.BAD_REQUEST, invalid.getMessage());
    }
  }

  /**
   * The page; after a refusal with what was refused, so that nothing has to be typed again. Looking
   * at it here expires it like any other look.
   */
  private HttpResponse<ModelAndView<Map<String, Object>>> page(
      String id, ApprovalForm form, HttpStatus status, @Nullable String error) {
    ApprovalPage page =
        world.transact(
            () -> {
              Approval approval = approvals.look(id);
              return approval == null ? null : page(approval, form, error);
            });
    return HttpResponse.<ModelAndView<Map<String, Object>>>status(
            page == null ? HttpStatus.NOT_FOUND : status)
        .body(
            new ModelAndView<>(
                "approval",
                Map.of("page", requireNonNullElseGet(page, () -> ApprovalPage.unknown(id)))));
  }

  private static Decisions.Choice choice(ApprovalForm form) {
    return new Decisions.Choice(
        form,
        EnumWord.of(PaySource.class, "source", form.value("source", "")),
        requireNonNullElse(
            EnumWord.of(EscrowChoice.class, "escrow", form.value("escrow", "")),
            EscrowChoice.REFUND));
  }

  private ApprovalPage page(Approval approval, ApprovalForm form, @Nullable String error) {
    ApprovalSummaries.Summary summary = summaries.of(approval, form);
    boolean pending = approval.pending();
    boolean hire = approval.type() == Approval.Type.PROPOSAL_HIRE;
    return new ApprovalPage(
        approval.status().word(),
        badge(approval),
        summary.title(),
        summary.lede(),
        summary.facts(),
        pending
            ? summary.bill()
            : summary.bill().decided(approval.status() == Approval.Status.CONFIRMED),
        hire && pending ? terms(summaries.terms(approval), form) : null,
        approval.type() == Approval.Type.CONTRACT_END ? "What happens to the escrow" : "Pay from",
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
