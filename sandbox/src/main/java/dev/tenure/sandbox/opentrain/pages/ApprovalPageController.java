package dev.tenure.sandbox.opentrain.pages;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opentrain.model.contract.EscrowChoice;
import dev.tenure.sandbox.opentrain.model.money.PaySource;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.contract.ConfirmChoice;
import dev.tenure.sandbox.opentrain.rules.contract.Decisions;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page on which a person decides; plain forms, so that it works without any script. */
@Controller("/approvals/{id}")
@Hidden
@Produces(MediaType.TEXT_HTML)
class ApprovalPageController {
  private final ApprovalPages pages;
  private final Decisions decisions;

  ApprovalPageController(ApprovalPages pages, Decisions decisions) {
    this.pages = pages;
    this.decisions = decisions;
  }

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

  private HttpResponse<ModelAndView<Map<String, Object>>> page(
      String id, ApprovalForm form, HttpStatus status, @Nullable String error) {
    ApprovalPage page = pages.of(id, form, error);
    return page == null
        ? HttpResponse.<ModelAndView<Map<String, Object>>>status(HttpStatus.NOT_FOUND)
            .body(view(ApprovalPage.unknown(id)))
        : HttpResponse.<ModelAndView<Map<String, Object>>>status(status).body(view(page));
  }

  private static ModelAndView<Map<String, Object>> view(ApprovalPage page) {
    return new ModelAndView<>("approval", Map.of("page", page));
  }

  private static ConfirmChoice choice(ApprovalForm form) {
    return new ConfirmChoice(
        form,
        switch (form.value("source", "")) {
          case "card" -> PaySource.CARD;
          case "credits" -> PaySource.CREDITS;
          case "" -> null;
          default -> throw Refusal.field("source", "must be card or credits");
        },
        switch (form.value("escrow", "")) {
          case "release" -> EscrowChoice.RELEASE;
          case "", "refund" -> EscrowChoice.REFUND;
          default -> throw Refusal.field("escrow", "must be refund or release");
        });
  }
}
