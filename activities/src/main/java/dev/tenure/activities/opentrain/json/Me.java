package dev.tenure.activities.opentrain.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /auth/me}, without what names a person. */
public record Me(@Nullable Token token) {

  /** The token that asks. */
  public record Token(@Nullable String id, @Nullable List<String> scopes) {}
}
