package dev.tenure.sandbox.faults;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tenure.sandbox.http.ErrorFormat;
import dev.tenure.sandbox.http.InvalidRequest;
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
import java.util.List;

/** Orders faults and lifts them. */
@Controller("/sandbox/faults")
@Consumes(MediaType.ALL)
record FaultController(
    Faults faults, List<MarketplaceFaults> marketplaces, List<ErrorFormat> formats) {

  /** A fault as it stands, with what its kind looks at. */
  @Serdeable
  record View(String id, @JsonUnwrapped FaultOrder order, long hits) {
    static View of(Fault fault) {
      return new View(fault.id(), fault.order(), fault.hits());
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
  One add(@Body FaultOrder wanted) {
    FaultOrder order = wanted.complete(scopes());
    String path = order.path();
    // A call that is named in full is of a marketplace that does nothing wrong by itself.
    InvalidRequest.require(
        path == null
            || !order.kind().ofMarketplace()
            || formats.stream().noneMatch(one -> path.equals(one.callPath(path))),
        "path",
        "is of a marketplace that knows no " + order.kind().word());
    return new One(View.of(faults.add(order)));
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
