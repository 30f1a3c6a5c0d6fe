package dev.tenure.api.hires;

import dev.tenure.api.hires.HireTelling.Told;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a hire, at once or as soon as it differs from what the reader has. */
@Singleton
final class HireReading {

  private final HireTelling telling;
  private final Patience patience;

  HireReading(HireTelling telling, Patience patience) {
    this.telling = telling;
    this.patience = patience;
  }

  HttpResponse<HireJson> read(String id, @Nullable String ifNoneMatch, @Nullable String prefer)
      throws InterruptedException {
    Optional<Preference> wait = ifNoneMatch == null ? Optional.empty() : Preference.wait(prefer);
    Told told = wait.isPresent() ? await(id, ifNoneMatch, wait.get()) : telling.tell(id);
    MutableHttpResponse<HireJson> response =
        told.tag().among(ifNoneMatch) ? told.notModified() : told.ok();
    wait.ifPresent(applied -> response.header(Preference.APPLIED, applied.text()));
    return response;
  }

  private Told await(String id, @Nullable String known, Preference wait)
      throws InterruptedException {
    return patience.await(
        id, wait.patience(), () -> telling.tell(id), told -> !told.tag().among(known));
  }
}
