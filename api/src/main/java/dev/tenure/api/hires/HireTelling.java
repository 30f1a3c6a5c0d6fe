package dev.tenure.api.hires;

import dev.tenure.api.problem.Problems;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** Hires as answers, each with the tag of its state. */
@Singleton
final class HireTelling {

  private final Hires hires;
  private final HireAnswers answers;
  private final JsonMapper json;

  HireTelling(Hires hires, HireAnswers answers, JsonMapper json) {
    this.hires = hires;
    this.answers = answers;
    this.json = json;
  }

  /** A hire as it is told. */
  record Told(HireJson hire, EntityTag tag) {

    MutableHttpResponse<HireJson> ok() {
      return tagged(HttpResponse.ok(hire));
    }

    /**
     * @param address of what was made
     */
    MutableHttpResponse<HireJson> created(String address) {
      return tagged(HttpResponse.created(hire, URI.create(address)));
    }

    MutableHttpResponse<HireJson> notModified() {
      return tagged(HttpResponse.notModified());
    }

    private MutableHttpResponse<HireJson> tagged(MutableHttpResponse<HireJson> response) {
      return response.header(HttpHeaders.ETAG, tag.text());
    }
  }

  /**
   * @throws dev.tenure.api.problem.ProblemException when there is none of that id
   */
  HireView find(String id) {
    return hires
        .find(id)
        .orElseThrow(() -> Problems.notFound("hire_not_found", "There is no hire " + id + "."));
  }

  Told tell(HireView view) {
    HireJson hire = answers.of(view);
    try {
      return new Told(hire, EntityTag.of(hire.version(), json.writeValueAsBytes(hire)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Told tell(String id) {
    return tell(find(id));
  }
}
