package dev.tenure.api.pages.hires;

import dev.tenure.api.access.AuditNotes;
import dev.tenure.api.access.Audited;
import dev.tenure.api.access.Scope;
import dev.tenure.api.hires.command.CommandHeaders;
import dev.tenure.api.hires.command.Commands;
import dev.tenure.api.hires.command.HireChanges;
import dev.tenure.api.hires.command.IncidentResolutions;
import dev.tenure.api.hires.command.MilestoneAdditions;
import dev.tenure.api.pages.form.Form;
import dev.tenure.api.pages.form.FormBody;
import dev.tenure.api.pages.form.Forms;
import dev.tenure.api.pages.form.IdempotencyKeys;
import dev.tenure.api.pages.form.RefusalText;
import dev.tenure.api.pages.hires.view.ActionButton;
import dev.tenure.api.pages.hires.view.ActionPage;
import dev.tenure.api.pages.hires.view.HireMoney;
import dev.tenure.api.pages.hires.view.PageAction;
import dev.tenure.api.pages.shared.Links;
import dev.tenure.api.pages.shared.PageParameters;
import dev.tenure.api.pages.shared.Pages;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.Resolution;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pages of one hire, and the actions that they offer. */
@Hidden
@Controller("/hires/{id}")
@Produces(MediaType.TEXT_HTML)
@Secured(Scope.Name.HIRES_READ)
record HirePageController(
    HirePages hires,
    Commands commands,
    MilestoneAdditions additions,
    HireChanges changes,
    IncidentResolutions resolutions,
    Forms forms,
    Pages pages) {

  private static final String FORMS = "/{form:add-milestone|change}";

  @Get
  HttpResponse<?> show(
      HttpRequest<?> request,
      String id,
      @QueryValue("done") @Nullable String carriedOut,
      @QueryValue @Nullable String target) {
    var parameters = new PageParameters();
    ActionKind done = parameters.choice("done", carriedOut, ActionKind.class);
    parameters.throwIfAny();
    return hires.show(
        request,
        hires.find(id),
        done == null ? null : new PageAction(done, PageParameters.text(target), null));
  }

  @Get("/ledger")
  HttpResponse<?> ledger(HttpRequest<?> request, String id) {
    return hires.ledger(request, id);
  }

  @Get("/events")
  HttpResponse<?> events(
      HttpRequest<?> request, String id, @QueryValue("before") @Nullable String place) {
    var parameters = new PageParameters();
    @Nullable Long before = parameters.before(place);
    parameters.throwIfAny();
    return hires.events(request, id, before);
  }

  @Secured(Scope.Name.HIRES_WRITE)
  @Get("/do/{action}")
  HttpResponse<?> ask(
      HttpRequest<?> request,
      String id,
      String action,
      @QueryValue @Nullable String target,
      @QueryValue @Nullable String choice) {
    return ask(request, id, action(action, target, choice));
  }

  @Secured(Scope.Name.HIRES_WRITE)
  @Audited("{action}")
  @Post("/do/{action}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> act(HttpRequest<Map<String, String>> request, String id, String action)
      throws InterruptedException {
    Map<String, String> typed = forms.read(request);
    PageAction asked = action(action, typed.get("target"), typed.get("choice"));
    AuditNotes.SUBJECT.note(request, asked.target());
    return act(request, id, asked, typed);
  }

  @Secured(Scope.Name.HIRES_WRITE)
  @Get(FORMS)
  HttpResponse<?> askToFillIn(HttpRequest<?> request, String id, String form) {
    return ask(request, id, form(form));
  }

  @Secured(Scope.Name.HIRES_WRITE)
  @Audited("{form}")
  @Post(FORMS)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> fillIn(HttpRequest<Map<String, String>> request, String id, String form)
      throws InterruptedException {
    return act(request, id, form(form), forms.read(request));
  }

  private HttpResponse<?> ask(HttpRequest<?> request, String id, PageAction asked) {
    HireView hire = hires.find(id);
    return PageAction.of(hire.document().allowedActions()).contains(asked)
        ? show(request, HttpStatus.OK, page(hire, asked, IdempotencyKeys.next()))
        : hires.notAllowed(request, hire, asked);
  }

  private HttpResponse<?> act(
      HttpRequest<?> request, String id, PageAction asked, Map<String, String> typed)
      throws InterruptedException {
    Form form = ActionPage.blank(hires.find(id), asked).filled(typed);
    if (asked.needsForm() && !form.touched()) {
      AuditNotes.DONE.note(request, "done");
      return HttpResponse.seeOther(URI.create(Links.hire(id)));
    }
    String key = typed.getOrDefault("key", IdempotencyKeys.next());
    try {
      carryOut(id, asked, form, typed, CommandHeaders.ofKey(key));
      return HirePages.done(id, asked);
    } catch (ProblemException e) {
      AuditNotes.CODE.note(request, e.problem().code());
      return refused(request, hires.find(id), asked, typed, key, e);
    }
  }

  /** By the same way as the API. */
  private void carryOut(
      String id, PageAction asked, Form form, Map<String, String> typed, CommandHeaders headers)
      throws InterruptedException {
    String name = asked.kind().wire();
    switch (asked.kind()) {
      case RELEASE, FUND -> commands.milestone(id, name, asked.target(), headers);
      case DISPUTE -> commands.dispute(id, asked.target(), headers);
      case DROP -> commands.milestone(id, "drop-milestone", asked.target(), headers);
      case PAUSE, RESUME, END, CANCEL -> commands.whole(id, name, headers);
      case RESOLVE -> {
        Resolution choice = Objects.requireNonNull(asked.choice());
        @Nullable String adopted = typed.get(ActionPage.MARKETPLACE_ID);
        resolutions.resolve(id, asked.target(), choice, adopted, headers);
      }
      case ADD_MILESTONE -> additions.add(id, FormBody.of(form), headers);
      case CHANGE -> changes.change(id, FormBody.of(form), headers);
    }
  }

  /** What was filled in, and what may have been carried out, may be sent again. */
  private HttpResponse<?> refused(
      HttpRequest<?> request,
      HireView hire,
      PageAction asked,
      Map<String, String> typed,
      String key,
      ProblemException e) {
    HttpStatus status = HttpStatus.valueOf(e.problem().status());
    boolean again =
        asked.needsForm()
            || status == HttpStatus.SERVICE_UNAVAILABLE
            || status == HttpStatus.UNPROCESSABLE_ENTITY;
    return again
        ? show(
            request,
            status,
            page(hire, asked, IdempotencyKeys.after(e, key))
                .filled(typed)
                .refused(e.problem(), RefusalText.of(e)))
        : hires.refused(request, status, hire, e.problem().detail());
  }

  private ActionPage page(HireView hire, PageAction action, String key) {
    return ActionPage.of(
        new HireMoney(hire, hires.pending(hire.id())), new ActionButton(hire.id(), action, key));
  }

  private HttpResponse<?> show(HttpRequest<?> request, HttpStatus status, ActionPage page) {
    return pages.show(request, status, "action", page.heading(), page);
  }

  private static PageAction action(
      String action, @Nullable String target, @Nullable String choice) {
    return PageAction.read(action, target, choice)
        .orElseThrow(
            () -> Problems.notFound("not_found", "There is no action “" + action + "” here."));
  }

  private static PageAction form(String name) {
    ActionKind kind = name.equals("change") ? ActionKind.CHANGE : ActionKind.ADD_MILESTONE;
    return new PageAction(kind, "", null);
  }
}
