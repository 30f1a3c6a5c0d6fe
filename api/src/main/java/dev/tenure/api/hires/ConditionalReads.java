package dev.tenure.api.hires;

import dev.tenure.api.hires.json.HireJson;
import dev.tenure.api.hires.json.HireResponses;
import dev.tenure.api.hires.json.HireResponses.TaggedHire;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a hire, at once or as soon as it differs from what the reader has. */
@Singleton
final class ConditionalReads {

  private final HireResponses responses;
  private final LongPoll longPoll;

  ConditionalReads(HireResponses responses, LongPoll longPoll) {
    this.responses = responses;
    this.longPoll = longPoll;
  }

  HttpResponse<HireJson> read(String id, @Nullable String ifNoneMatch, @Nullable String prefer)
      throws InterruptedException {
    Optional<Preference> wait = ifNoneMatch == null ? Optional.empty() : Preference.wait(prefer);
    TaggedHire hire = wait.isPresent() ? await(id, ifNoneMatch, wait.get()) : responses.of(id);
    MutableHttpResponse<HireJson> response =
        hire.tag().among(ifNoneMatch) ? hire.notModified() : hire.ok();
    wait.ifPresent(applied -> response.header(Preference.APPLIED, applied.text()));
    return response;
  }

  private TaggedHire await(String id, @Nullable String known, Preference wait)
      throws InterruptedException {
    return longPoll.await(
        id, wait.longest(), () -> responses.of(id), hire -> !hire.tag().among(known));
  }
}
