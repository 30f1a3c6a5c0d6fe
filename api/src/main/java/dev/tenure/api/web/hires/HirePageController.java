package dev.tenure.api.web.hires;

import dev.tenure.api.access.AuditNotes;
import dev.tenure.api.access.Audited;
import dev.tenure.api.access.RequiresScope;
import dev.tenure.api.access.Scope;
import dev.tenure.api.hires.command.CommandHeaders;
import dev.tenure.api.hires.command.Commands;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.api.web.form.Forms;
import dev.tenure.api.web.form.IdempotencyKeys;
import dev.tenure.api.web.form.RefusalText;
import dev.tenure.api.web.hires.action.ActionButton;
import dev.tenure.api.web.hires.action.PageAction;
import dev.tenure.api.web.hires.view.Confirmation;
import dev.tenure.api.web.hires.view.HireMoney;
import dev.tenure.api.web.page.Links;
import dev.tenure.api.web.page.Pages;
import dev.tenure.journal.read.HireView;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pages of one hire, and the actions that they offer. */
@Hidden
@Controller("/hires/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@RequiresScope(Scope.HIRES_READ)
final class HirePageController {

  private final HirePages hires;
  private final Commands commands;
  private final Forms forms;
  private final Pages pages;

  HirePageController(HirePages hires, Commands commands, Forms forms, Pages pages) {
    this.hires = hires;
    this.commands = commands;
    this.forms = forms;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> show(HttpRequest<?> request, String id) {
    PageAction done = PageAction.done(Forms.query(request)).orElse(null);
    return hires.show(request, hires.find(id), done);
  }

  @Get("/ledger")
  HttpResponse<?> ledger(HttpRequest<?> request, String id) {
    return hires.ledger(request, id);
  }

  @Get("/events")
  HttpResponse<?> events(HttpRequest<?> request, String id) {
    return hires.events(request, id, Links.place(Forms.query(request).get("before")));
  }

  @RequiresScope(Scope.HIRES_WRITE)
  @Get("/do/{action}")
  HttpResponse<?> ask(HttpRequest<?> request, String id, String action) {
    HireView hire = hires.find(id);
    PageAction asked = action(action, Forms.query(request));
    return PageAction.of(hire.document().allowedActions()).contains(asked)
        ? show(request, HttpStatus.OK, confirmation(hire, asked, null))
        : hires.notAllowed(request, hire, asked);
  }

  @RequiresScope(Scope.HIRES_WRITE)
  @Audited("{action}")
  @Post("/do/{action}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> act(HttpRequest<Map<String, String>> request, String id, String action) {
    Map<String, String> form = request.getBody().orElse(Map.of());
    forms.check(request, form);
    PageAction asked = action(action, form);
    AuditNotes.subject(request, asked.target());
    String key = form.getOrDefault("key", IdempotencyKeys.next());
    try {
      carryOut(id, asked, CommandHeaders.ofKey(key), form.get(Confirmation.MARKETPLACE_ID));
      return HirePages.done(id, asked);
    } catch (ProblemException e) {
      AuditNotes.refused(request, e.problem().code());
      HireView hire = hires.find(id);
      String next = IdempotencyKeys.after(e, key);
      return refused(request, hire, confirmation(hire, asked, next).filled(form), e);
    }
  }

  /** By the same way as the API. */
  private void carryOut(
      String id, PageAction asked, CommandHeaders headers, @Nullable String marketplaceId) {
    String name = asked.kind().wire();
    switch (asked.kind()) {
      case RELEASE, FUND -> commands.milestone(id, name, asked.target(), headers);
      case DISPUTE -> commands.dispute(id, asked.target(), headers);
      case DROP -> commands.milestone(id, "drop-milestone", asked.target(), headers);
      case PAUSE, RESUME, END, CANCEL -> commands.whole(id, name, headers);
      case RESOLVE ->
          commands.resolve(
              id, asked.target(), Objects.requireNonNull(asked.choice()), marketplaceId, headers);
      case ADD_MILESTONE, CHANGE -> throw new IllegalArgumentException(asked + " needs a form");
    }
  }

  /** Where nobody knows whether it will be carried out, the same form may be sent again. */
  private HttpResponse<?> refused(
      HttpRequest<?> request, HireView hire, Confirmation asked, ProblemException e) {
    HttpStatus status = HttpStatus.valueOf(e.problem().status());
    boolean again =
        status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.UNPROCESSABLE_ENTITY;
    return again
        ? show(request, status, asked.refused(e.problem(), RefusalText.of(e)))
        : hires.refused(request, status, hire, e.problem().detail());
  }

  private Confirmation confirmation(HireView hire, PageAction action, @Nullable String key) {
    ActionButton button = ActionButton.of(hire.id(), action);
    return Confirmation.of(
        HireMoney.of(hire, hires.pending(hire.id())),
        action,
        key == null ? button : button.withKey(key));
  }

  private HttpResponse<?> show(
      HttpRequest<?> request, HttpStatus status, Confirmation confirmation) {
    return pages.show(request, status, "confirmation", confirmation.heading(), confirmation);
  }

  private static PageAction action(String action, Map<String, String> fields) {
    return PageAction.read(action, fields)
        .orElseThrow(
            () -> Problems.notFound("not_found", "There is no action “" + action + "” here."));
  }
}
