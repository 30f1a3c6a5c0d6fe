package dev.tenure.api.web;

import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of one hire, and the actions that it offers. */
@Hidden
@Controller("/hires/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HirePageController {

  private final HireScreen screen;
  private final Deeds deeds;
  private final Forms forms;
  private final Pages pages;

  HirePageController(HireScreen screen, Deeds deeds, Forms forms, Pages pages) {
    this.screen = screen;
    this.deeds = deeds;
    this.forms = forms;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> show(HttpRequest<?> request, String id, @QueryValue @Nullable String done) {
    return screen.show(request, HttpStatus.OK, screen.find(id), DoneWords.of(done), null);
  }

  @Get("/do/{action}")
  HttpResponse<?> ask(HttpRequest<?> request, String id, String action) {
    HireView hire = screen.find(id);
    Deed deed = deed(action, Forms.query(request));
    return Deed.of(hire.document().allowedActions()).contains(deed)
        ? question(request, HttpStatus.OK, Question.of(hire, deed, Offer.of(id, deed)))
        : screen.notOpen(request, hire, deed);
  }

  @Post("/do/{action}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> act(HttpRequest<Map<String, String>> request, String id, String action) {
    Map<String, String> form = request.getBody().orElse(Map.of());
    forms.check(request, form);
    Deed deed = deed(action, form);
    String key = form.getOrDefault("key", FormKeys.next());
    try {
      deeds.carryOut(id, deed, key, form.get(Question.MARKETPLACE_ID));
      return HireScreen.done(id, deed);
    } catch (ProblemException e) {
      HireView hire = screen.find(id);
      Question asked =
          Question.of(hire, deed, Offer.of(id, deed).withKey(again(e, key))).filled(form);
      return refused(request, hire, asked, e);
    }
  }

  /** Only what may have been carried out is the same request when it is sent again. */
  private static String again(ProblemException e, String key) {
    return e.problem().status() == HttpStatus.SERVICE_UNAVAILABLE.getCode() ? key : FormKeys.next();
  }

  /** Where nobody knows whether it will be carried out, the same form may be sent again. */
  private HttpResponse<?> refused(
      HttpRequest<?> request, HireView hire, Question asked, ProblemException e) {
    HttpStatus status = HttpStatus.valueOf(e.problem().status());
    boolean again =
        status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.UNPROCESSABLE_ENTITY;
    return again
        ? question(request, status, asked.refused(e.problem(), FormWords.of(e)))
        : screen.show(request, status, hire, null, e.problem().detail());
  }

  private HttpResponse<?> question(HttpRequest<?> request, HttpStatus status, Question question) {
    return pages.show(request, status, "question", question.heading(), question);
  }

  private static Deed deed(String action, Map<String, String> fields) {
    return Deed.read(action, fields)
        .orElseThrow(
            () -> Problems.notFound("not_found", "There is no action “" + action + "” here."));
  }
}
