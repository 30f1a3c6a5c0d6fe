package dev.tenure.sandbox.faults;

import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.world.Scope;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

/** A fault as it stands, and how one is ordered. */
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
    long hits) {
  private static final List<String> METHODS = List.of("*", "GET", "POST", "PUT", "PATCH", "DELETE");
  private static final long LONGEST_MS = 3_600_000;
  private static final int MOST_BYTES = 64 << 20;
  private static final int USUAL_BYTES = 16 << 20;

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
        fault.hits());
  }

  static Fault.Order order(Fields body) {
    Fault.Kind kind =
        Fault.Kind.named(body.text("kind"))
            .orElseThrow(() -> Refusal.field("kind", "is not a kind of fault"));
    return new Fault.Order(
        kind.ofWebhooks() ? "*" : method(body),
        kind.ofWebhooks() ? event(body) : path(body),
        kind,
        chance(body),
        (int) body.whole("status", 400, 599, 503),
        body.whole("delayMs", 0, LONGEST_MS, kind.usualDelayMs()),
        (int) body.whole("bytes", 1, MOST_BYTES, USUAL_BYTES),
        scopes(kind, body));
  }

  private static Fault.Chance chance(Fields body) {
    var probability = body.maybePositive("probability");
    if (probability != null && probability.doubleValue() > 1) {
      throw Refusal.field("probability", "must be above 0 and at most 1");
    }
    return new Fault.Chance(
        body.whole("times", 1, Integer.MAX_VALUE, 1),
        probability == null ? 1 : probability.doubleValue(),
        body.whole("seed", 0, Integer.MAX_VALUE, 1));
  }

  private static String method(Fields body) {
    String method = body.maybeText("method");
    String known = method == null ? "*" : method.toUpperCase(Locale.ROOT);
    if (!METHODS.contains(known)) {
      throw Refusal.field("method", "must be one of " + METHODS);
    }
    return known;
  }

  private static String path(Fields body) {
    String path = body.text("path");
    if (!path.startsWith("/")) {
      throw Refusal.field("path", "must begin with /");
    }
    return path;
  }

  private static String event(Fields body) {
    String event = body.maybeText("event");
    return event == null ? "*" : event;
  }

  private static List<String> scopes(Fault.Kind kind, Fields body) {
    if (kind != Fault.Kind.WITHDRAW_SCOPES) {
      return List.of();
    }
    List<String> scopes = body.maybeTexts("scopes");
    if (scopes == null || scopes.isEmpty() || !Scope.ALL.containsAll(scopes)) {
      throw Refusal.field("scopes", "must be some of " + Scope.ALL);
    }
    return List.copyOf(scopes);
  }
}
