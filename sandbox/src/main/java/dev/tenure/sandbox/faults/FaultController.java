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

  /** {@code {"fault": …}}. */
  @Serdeable
  record One(FaultView fault) {}

  /** {@code {"faults": […]}}. */
  @Serdeable
  record All(List<FaultView> faults) {}

  @Post
  @Status(HttpStatus.CREATED)
  One add(@Body @Valid FaultRequest order) {
    return new One(FaultView.of(faults.add(order.toOrder(scopes()))));
  }

  @Get
  All all() {
    return new All(faults.all().stream().map(FaultView::of).toList());
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
