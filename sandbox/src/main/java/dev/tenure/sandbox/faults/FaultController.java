package dev.tenure.sandbox.faults;

import dev.tenure.sandbox.http.NotFound;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders faults and lifts them. */
@Controller("/sandbox/faults")
@Consumes(MediaType.ALL)
class FaultController {
  private final Faults faults;
  private final List<MarketplaceFaults> marketplaces;

  FaultController(Faults faults, List<MarketplaceFaults> marketplaces) {
    this.faults = faults;
    this.marketplaces = List.copyOf(marketplaces);
  }

  /** A fault as it stands. */
  @Serdeable
  record View(
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
    static View of(Fault fault) {
      Fault.Order order = fault.order();
      return new View(
          fault.id(),
          order.method(),
          order.path(),
          order.kind().word(),
          order.times(),
          order.probability(),
          order.seed(),
          order.status(),
          order.delayMs(),
          order.bytes(),
          order.scopes(),
          order.location(),
          order.pattern(),
          order.replacement(),
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
  One add(@Body @Valid FaultRequest order) {
    return new One(View.of(faults.add(order.toOrder(scopes()))));
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
      throw new NotFound("faults", "faultId", id);
    }
    return all();
  }

  private List<String> scopes() {
    return marketplaces.stream().flatMap(one -> one.scopes().stream()).toList();
  }
}
