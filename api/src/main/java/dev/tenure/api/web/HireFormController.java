package dev.tenure.api.web;

import dev.tenure.api.hires.CommandHeaders;
import dev.tenure.api.hires.Commands;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.ActionKind;
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
final class HireFormController {

  private static final Deed ADD = new Deed(ActionKind.ADD_MILESTONE, "", null);
  private static final Deed CHANGE = new Deed(ActionKind.CHANGE, "", null);

  private final HireScreen screen;
  private final Commands commands;
  private final Forms forms;
  private final Pages pages;

  HireFormController(HireScreen screen, Commands commands, Forms forms, Pages pages) {
    this.screen = screen;
    this.commands = commands;
    this.forms = forms;
    this.pages = pages;
  }

  @Get("/add-milestone")
  HttpResponse<?> askToAdd(HttpRequest<?> request, String id) {
    HireView hire = screen.find(id);
    return ask(request, hire, ADD, MilestoneSheet.of(hire));
  }

  @Post("/add-milestone")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> add(HttpRequest<Map<String, String>> request, String id)
      throws InterruptedException {
    HireView hire = screen.find(id);
    return act(request, hire, ADD, MilestoneSheet.of(hire), commands::add);
  }

  @Get("/change")
  HttpResponse<?> askToChange(HttpRequest<?> request, String id) {
    HireView hire = screen.find(id);
    return ask(request, hire, CHANGE, ChangeSheet.of(hire));
  }

  @Post("/change")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> change(HttpRequest<Map<String, String>> request, String id)
      throws InterruptedException {
    HireView hire = screen.find(id);
    return act(request, hire, CHANGE, ChangeSheet.of(hire), commands::change);
  }

  /** A command that takes a body, as a program would send it. */
  private interface Carrying {
    void carryOut(String hireId, byte[] body, CommandHeaders headers) throws InterruptedException;
  }

  private HttpResponse<?> ask(HttpRequest<?> request, HireView hire, Deed deed, Sheet sheet) {
    return Deed.of(hire.document().allowedActions()).contains(deed)
        ? page(request, HttpStatus.OK, hire, deed, FormKeys.next(), sheet)
        : screen.notOpen(request, hire, deed);
  }

  private HttpResponse<?> act(
      HttpRequest<Map<String, String>> request,
      HireView hire,
      Deed deed,
      Sheet blank,
      Carrying carrying)
      throws InterruptedException {
    Map<String, String> form = request.getBody().orElse(Map.of());
    forms.check(request, form);
    Sheet sheet = blank.filled(form);
    if (!sheet.touched()) {
      return HttpResponse.seeOther(URI.create(Links.hire(hire.id())));
    }
    String key = form.getOrDefault("key", FormKeys.next());
    try {
      carrying.carryOut(hire.id(), SheetBody.of(sheet), CommandHeaders.ofKey(key));
      return HireScreen.done(hire.id(), deed);
    } catch (ProblemException e) {
      HttpStatus status = HttpStatus.valueOf(e.problem().status());
      // Only what may have been carried out is the same request when it is sent again.
      String next = status == HttpStatus.SERVICE_UNAVAILABLE ? key : FormKeys.next();
      Sheet marked = sheet.refused(e.problem(), FormWords.of(e));
      return page(request, status, hire, deed, next, marked);
    }
  }

  private HttpResponse<?> page(
      HttpRequest<?> request,
      HttpStatus status,
      HireView hire,
      Deed deed,
      String key,
      Sheet sheet) {
    var page =
        new FormPage(
            Links.hire(hire.id()),
            Titles.hire(hire),
            deed.label(),
            words(deed),
            deed.path(hire.id()),
            deed.kind() == ActionKind.CHANGE ? "Change it" : "Add it",
            key,
            sheet);
    return pages.show(request, status, "form", page.heading(), page);
  }

  private static String words(Deed deed) {
    return deed.kind() == ActionKind.CHANGE
        ? "Only what you change here is changed."
        : "A person must confirm its funding on the marketplace before any money moves.";
  }
}
