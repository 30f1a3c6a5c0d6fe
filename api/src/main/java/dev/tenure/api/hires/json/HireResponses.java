package dev.tenure.api.hires.json;

import dev.tenure.api.digest.EntityTag;
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
public final class HireResponses {

  private final Hires hires;
  private final HireMapper mapper;
  private final JsonMapper json;

  HireResponses(Hires hires, HireMapper mapper, JsonMapper json) {
    this.hires = hires;
    this.mapper = mapper;
    this.json = json;
  }

  /** A hire as it is told. */
  public record TaggedHire(HireJson hire, EntityTag tag) {

    public MutableHttpResponse<HireJson> ok() {
      return tagged(HttpResponse.ok(hire));
    }

    /**
     * Answers that something was made.
     *
     * @param address of what was made
     */
    public MutableHttpResponse<HireJson> created(String address) {
      return tagged(HttpResponse.created(hire, URI.create(address)));
    }

    public MutableHttpResponse<HireJson> notModified() {
      return tagged(HttpResponse.notModified());
    }

    private MutableHttpResponse<HireJson> tagged(MutableHttpResponse<HireJson> response) {
      return response.header(HttpHeaders.ETAG, tag.text());
    }
  }

  /**
   * Finds a hire.
   *
   * @throws dev.tenure.api.problem.ProblemException when there is none of that id
   */
  public HireView find(String id) {
    return hires.find(id).orElseThrow(() -> Problems.noHire(id));
  }

  /** Whether there is a hire of that id for whoever asks. */
  public boolean visible(String id) {
    return id.isBlank() || hires.find(id).isPresent();
  }

  public TaggedHire of(HireView view) {
    HireJson hire = mapper.of(view);
    try {
      return new TaggedHire(hire, EntityTag.of(hire.version(), json.writeValueAsBytes(hire)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public TaggedHire of(String id) {
    return of(find(id));
  }
}
