package dev.tenure.sandbox.faults;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A fault as it stands. */
@Serdeable
record FaultView(
    String id,
    String method,
    String path,
    String kind,
    long times,
    double probability,
    long seed,
    int status,
    long delayMs,
    int bytes,
    List<String> scopes,
    @Nullable String location,
    @Nullable String pattern,
    @Nullable String replacement,
    long hits) {
  static FaultView of(Fault fault) {
    Fault.Order order = fault.order();
    return new FaultView(
        fault.id(),
        order.method(),
        order.path(),
        order.kind().word(),
        order.chance().times(),
        order.chance().probability(),
        order.chance().seed(),
        order.status(),
        order.delayMs(),
        order.bytes(),
        order.scopes(),
        order.location(),
        order.substitution() == null ? null : order.substitution().pattern(),
        order.substitution() == null ? null : order.substitution().replacement(),
        fault.hits());
  }
}
