package dev.tenure.sandbox.faults;

import dev.tenure.sandbox.market.Bodies;
import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.rules.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

/** Orders faults and lifts them. */
@Controller("/sandbox/faults")
@Consumes(MediaType.ALL)
class FaultController {
  private final Faults faults;
  private final Bodies bodies;

  FaultController(Faults faults, Bodies bodies) {
    this.faults = faults;
    this.bodies = bodies;
  }

  /** A fault as it stands. */
  @Serdeable
  record View(
      String id,
      String method,
      String path,
      String kind,
      long times,
      int status,
      long delayMs,
      long hits) {
    static View of(Fault fault) {
      Fault.Order order = fault.order();
      return new View(
          fault.id(),
          order.method(),
          order.path(),
          order.kind().word(),
          order.times(),
          order.status(),
          order.delayMs(),
          fault.hits());
    }
  }

  /** {@code {"fault": …}}. */
  @Serdeable
  record One(View fault) {}

  /** {@code {"faults": […]}}. */
  @Serdeable
  record All(List<View> faults) {}

  @Post
  @Status(HttpStatus.CREATED)
  One add(HttpRequest<byte[]> request) {
    return new One(View.of(faults.add(bodies.strict(request, FaultController::order))));
  }

  @Get
  All all() {
    return new All(faults.all().stream().map(View::of).toList());
  }

  @Delete
  All clear() {
    faults.clear();
    return all();
  }

  @Delete("/{id}")
  All remove(String id) {
    if (!faults.remove(id)) {
      throw Refusal.missing("faults", "faultId", id);
    }
    return all();
  }

  private static Fault.Order order(Fields body) {
    String path = body.text("path");
    if (!path.startsWith("/")) {
      throw Refusal.field("path", "must begin with /");
    }
    String method = body.maybeText("method");
    String kind = body.text("kind");
    return new Fault.Order(
        method == null ? "*" : method.toUpperCase(Locale.ROOT),
        path,
        Fault.Kind.named(kind).orElseThrow(() -> Refusal.field("kind", "is not a kind of fault")),
        body.whole("times", 1, Integer.MAX_VALUE, 1),
        (int) body.whole("status", 400, 599, 503),
        body.whole("delayMs", 0, 3_600_000, 0));
  }
}
