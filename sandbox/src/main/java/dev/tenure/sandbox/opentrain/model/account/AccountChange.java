package dev.tenure.sandbox.opentrain.model.account;

import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about an account; what is null stays as it is.
 *
 * @param scopes of the owner's token
 */
@Serdeable
@Strict
public record AccountChange(
    @Nullable Boolean claimed,
    @Nullable Boolean card,
    @Nullable Boolean cardDeclines,
    @Nullable @Min(0) @Max(MOST_CENTS) Long creditsCents,
    @Nullable Map<String, Boolean> features,
    @Nullable List<String> scopes)
    implements RequestBody {
  private static final long MOST_CENTS = 100_000_000_000L;
  public static final AccountChange NONE = new AccountChange(null, null, null, null, null, null);
}
