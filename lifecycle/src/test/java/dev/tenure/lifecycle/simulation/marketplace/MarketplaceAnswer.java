package dev.tenure.lifecycle.simulation.marketplace;

import org.jspecify.annotations.Nullable;

/** The marketplace's answer to a call, or to something that a person did: it did it, or says no. */
public sealed interface MarketplaceAnswer<T> {

  /** 200, 201 or 202. */
  record Ok<T>(T value) implements MarketplaceAnswer<T> {}

  /**
   * The error envelope; nothing was changed.
   *
   * @param code e.g. {@code CONFLICT}
   * @param reason {@code details.reason}
   * @param url {@code details.billingUrl} or {@code details.claimUrl}
   * @param detail what else tells problems apart: of a 403 the scope that is missing, e.g. {@code
   *     payments:write}, or the feature, e.g. {@code public_api_hiring}; of a 400 the field; of a
   *     404 the resource
   */
  record Problem<T>(
      int status,
      String code,
      @Nullable String reason,
      @Nullable String url,
      @Nullable String detail)
      implements MarketplaceAnswer<T> {}

  /** The value; fails on a problem. */
  default T value() {
    return switch (this) {
      case Ok<T>(T value) -> value;
      case Problem<T> problem -> throw new AssertionError("the marketplace says no: " + problem);
    };
  }
}
