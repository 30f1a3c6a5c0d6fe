package dev.tenure.activities.opentrain.client.json;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /auth/me}, without what names a person. */
@Serdeable
public record Me(@Nullable Token token) {

  /** The token that asks. */
  @Serdeable
  public record Token(@Nullable String id, @Nullable List<String> scopes) {}
}
