package dev.tenure.api.web.hires;

import dev.tenure.api.access.AuditNotes;
import dev.tenure.api.access.Audited;
import dev.tenure.api.access.RequiresScope;
import dev.tenure.api.access.Scope;
import dev.tenure.api.hires.command.CommandHeaders;
import dev.tenure.api.hires.command.Commands;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.web.form.Form;
import dev.tenure.api.web.form.FormBody;
import dev.tenure.api.web.form.Forms;
import dev.tenure.api.web.form.IdempotencyKeys;
import dev.tenure.api.web.form.RefusalText;
import dev.tenure.api.web.hires.action.PageAction;
import dev.tenure.api.web.hires.view.ChangeForm;
import dev.tenure.api.web.hires.view.FormPage;
import dev.tenure.api.web.hires.view.MilestoneForm;
import dev.tenure.api.web.page.Links;
import dev.tenure.api.web.page.Pages;
import dev.tenure.api.web.page.Titles;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.ActionKind;
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
import java.net.URI;
import java.util.Map;

/** The actions of a hire that need a whole form. */
@Hidden
@Controller("/hires/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
@RequiresScope(Scope.HIRES_READ)
final class HireFormController {

  private static final PageAction ADD = new PageAction(ActionKind.ADD_MILESTONE, "", null);
  private static final PageAction CHANGE = new PageAction(ActionKind.CHANGE, "", null);

  private final HirePages hires;
  private final Commands commands;
  private final Forms forms;
  private final Pages pages;

  HireFormController(HirePages hires, Commands commands, Forms forms, Pages pages) {
    this.hires = hires;
    this.commands = commands;
    this.forms = forms;
    this.pages = pages;
  }

  @RequiresScope(Scope.HIRES_WRITE)
  @Get("/add-milestone")
  HttpResponse<?> askToAdd(HttpRequest<?> request, String id) {
    HireView hire = hires.find(id);
    return ask(request, hire, ADD, MilestoneForm.of(hire));
  }

  @RequiresScope(Scope.HIRES_WRITE)
  @Audited("add_milestone")
  @Post("/add-milestone")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> add(HttpRequest<Map<String, String>> request, String id)
      throws InterruptedException {
    HireView hire = hires.find(id);
    return act(request, hire, ADD, MilestoneForm.of(hire), commands::add);
  }

  @RequiresScope(Scope.HIRES_WRITE)
  @Get("/change")
  HttpResponse<?> askToChange(HttpRequest<?> request, String id) {
    HireView hire = hires.find(id);
    return ask(request, hire, CHANGE, ChangeForm.of(hire));
  }

  @RequiresScope(Scope.HIRES_WRITE)
  @Audited("change")
  @Post("/change")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> change(HttpRequest<Map<String, String>> request, String id)
      throws InterruptedException {
    HireView hire = hires.find(id);
    return act(request, hire, CHANGE, ChangeForm.of(hire), commands::change);
  }

  /** A command that takes a body, as a program would send it. */
  private interface CommandWithBody {
    void carryOut(String hireId, byte[] body, CommandHeaders headers) throws InterruptedException;
  }

  private HttpResponse<?> ask(HttpRequest<?> request, HireView hire, PageAction action, Form form) {
    return PageAction.of(hire.document().allowedActions()).contains(action)
        ? page(request, HttpStatus.OK, hire, action, IdempotencyKeys.next(), form)
        : hires.notAllowed(request, hire, action);
  }

  private HttpResponse<?> act(
      HttpRequest<Map<String, String>> request,
      HireView hire,
      PageAction action,
      Form blank,
      CommandWithBody command)
      throws InterruptedException {
    Map<String, String> typed = request.getBody().orElse(Map.of());
    forms.check(request, typed);
    Form form = blank.filled(typed);
    if (!form.touched()) {
      AuditNotes.done(request);
      return HttpResponse.seeOther(URI.create(Links.hire(hire.id())));
    }
    String key = typed.getOrDefault("key", IdempotencyKeys.next());
    try {
      command.carryOut(hire.id(), FormBody.of(form), CommandHeaders.ofKey(key));
      return HirePages.done(hire.id(), action);
    } catch (ProblemException e) {
      AuditNotes.refused(request, e.problem().code());
      HttpStatus status = HttpStatus.valueOf(e.problem().status());
      Form marked = form.refused(e.problem(), RefusalText.of(e));
      return page(request, status, hire, action, IdempotencyKeys.after(e, key), marked);
    }
  }

  private HttpResponse<?> page(
      HttpRequest<?> request,
      HttpStatus status,
      HireView hire,
      PageAction action,
      String key,
      Form form) {
    var page =
        new FormPage(
            Links.hire(hire.id()),
            Titles.hire(hire),
            action.label(),
            words(action),
            action.path(hire.id()),
            action.kind() == ActionKind.CHANGE ? "Change the terms" : "Add the milestone",
            key,
            form);
    return pages.show(request, status, "form", page.heading(), page);
  }

  private static String words(PageAction action) {
    return action.kind() == ActionKind.CHANGE
        ? "Only what you change here is changed."
        : "A person must approve its funding before any money moves.";
  }
}
