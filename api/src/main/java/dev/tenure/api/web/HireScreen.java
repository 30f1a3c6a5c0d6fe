package dev.tenure.api.web;

import dev.tenure.api.problem.Problems;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Shows one hire, whichever way led to it. */
@Singleton
final class HireScreen {

  private final Hires hires;
  private final HirePages matter;
  private final Pages pages;

  HireScreen(Hires hires, HirePages matter, Pages pages) {
    this.hires = hires;
    this.matter = matter;
    this.pages = pages;
  }

  /**
   * @throws dev.tenure.api.problem.ProblemException when there is none of that id
   */
  HireView find(String id) {
    return hires
        .find(id)
        .orElseThrow(() -> Problems.notFound("hire_not_found", "There is no hire " + id + "."));
  }

  HttpResponse<?> show(
      HttpRequest<?> request,
      HttpStatus status,
      HireView hire,
      @Nullable String done,
      @Nullable String error) {
    return pages.show(request, status, "hire", Titles.hire(hire), matter.of(hire, done, error));
  }

  /** The hire as it stands, since it does not allow what was wanted. */
  HttpResponse<?> notOpen(HttpRequest<?> request, HireView hire, Deed deed) {
    return show(
        request,
        HttpStatus.CONFLICT,
        hire,
        null,
        "“" + deed.label() + "” is not open now. This is how the hire stands.");
  }

  /** Leads to the hire, which then says what was done. */
  static HttpResponse<?> done(String id, Deed deed) {
    return HttpResponse.seeOther(
        URI.create(Links.hire(id) + "?done=" + Links.encoded(deed.kind().wire())));
  }
}
