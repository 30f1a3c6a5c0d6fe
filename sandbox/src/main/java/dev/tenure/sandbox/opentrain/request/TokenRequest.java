package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.Constraints;
import dev.tenure.sandbox.http.Constraints.Date;
import dev.tenure.sandbox.http.IsoTime;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Texts;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request for another token. */
@Serdeable
public record TokenRequest(
    @Nullable @Size(max = 120, message = Constraints.TOO_LONG) String name,
    @Nullable List<String> scopes,
    @Nullable @Date String expiresAt)
    implements RequestBody {
  /** What a call without a body asks for. */
  public static final TokenRequest EMPTY = new TokenRequest(null, null, null);

  private static final String UNNAMED = "API token";

  public String label() {
    String said = Texts.said(name);
    return said == null ? UNNAMED : said;
  }

  public @Nullable Instant end() {
    return IsoTime.of("expiresAt", expiresAt);
  }
}
