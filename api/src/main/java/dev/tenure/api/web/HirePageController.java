package dev.tenure.api.web;

import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.HireView;
import dev.tenure.journal.Hires;
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
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of one hire, and the actions that it offers. */
@Hidden
@Controller("/hires/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HirePageController {

  private final Hires hires;
  private final HirePages matter;
  private final Deeds deeds;
  private final Forms forms;
  private final Pages pages;

  HirePageController(Hires hires, HirePages matter, Deeds deeds, Forms forms, Pages pages) {
    this.hires = hires;
    this.matter = matter;
    this.deeds = deeds;
    this.forms = forms;
    this.pages = pages;
  }

  @Get
  HttpResponse<?> show(HttpRequest<?> request, String id, @QueryValue @Nullable String done) {
    return page(request, HttpStatus.OK, find(id), DoneWords.of(done), null);
  }

  @Get("/do/{action}")
  HttpResponse<?> ask(HttpRequest<?> request, String id, String action) {
    HireView hire = find(id);
    Deed deed = deed(action, Forms.query(request));
    if (!Deed.of(hire.document().allowedActions()).contains(deed)) {
      return page(
          request,
          HttpStatus.CONFLICT,
          hire,
          null,
          "“" + deed.label() + "” is not open now. This is how the hire stands.");
    }
    return question(request, HttpStatus.OK, hire, deed, Offer.of(id, deed), null);
  }

  @Post("/do/{action}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> act(HttpRequest<Map<String, String>> request, String id, String action) {
    Map<String, String> form = request.getBody().orElse(Map.of());
    forms.check(request, form);
    Deed deed = deed(action, form);
    String key = form.getOrDefault("key", FormKeys.next());
    try {
      deeds.carryOut(id, deed, key, form.get("marketplaceId"));
      return HttpResponse.seeOther(
          URI.create(Links.hire(id) + "?done=" + Links.encoded(deed.kind().wire())));
    } catch (ProblemException e) {
      return refused(request, id, deed, key, e);
    }
  }

  /** Where nobody knows whether it will be carried out, the same form may be sent again. */
  private HttpResponse<?> refused(
      HttpRequest<?> request, String id, Deed deed, String key, ProblemException e) {
    HttpStatus status = HttpStatus.valueOf(e.problem().status());
    HireView hire = find(id);
    boolean again =
        status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.UNPROCESSABLE_ENTITY;
    return again
        ? question(request, status, hire, deed, Offer.of(id, deed).withKey(key), FormWords.of(e))
        : page(request, status, hire, null, e.problem().detail());
  }

  private HttpResponse<?> question(
      HttpRequest<?> request,
      HttpStatus status,
      HireView hire,
      Deed deed,
      Offer offer,
      @Nullable String error) {
    Question question = Question.of(hire, deed, offer, error);
    return pages.show(request, status, "question", question.heading(), question);
  }

  private HttpResponse<?> page(
      HttpRequest<?> request,
      HttpStatus status,
      HireView hire,
      @Nullable String done,
      @Nullable String error) {
    return pages.show(request, status, "hire", Titles.hire(hire), matter.of(hire, done, error));
  }

  private HireView find(String id) {
    return hires
        .find(id)
        .orElseThrow(() -> Problems.notFound("hire_not_found", "There is no hire " + id + "."));
  }

  private static Deed deed(String action, Map<String, String> fields) {
    return Deed.read(action, fields)
        .orElseThrow(
            () -> Problems.notFound("not_found", "There is no action “" + action + "” here."));
  }
}
