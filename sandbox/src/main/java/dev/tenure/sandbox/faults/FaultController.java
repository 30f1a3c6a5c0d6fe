package dev.tenure.sandbox.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.jspecify.annotations.Nullable;

/** Orders faults and lifts them. */
@Controller("/sandbox/faults")
@Consumes(MediaType.ALL)
record FaultController(Faults faults, List<MarketplaceFaults> marketplaces) {

  /** A fault as it stands, with what its kind looks at. */
  @Serdeable
  record View(
      String id,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String method,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String path,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String event,
      String kind,
      long times,
      double probability,
      long seed,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer status,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long delayMs,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer bytes,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> scopes,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String location,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String pattern,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String replacement,
      long hits) {

    static View of(Fault fault) {
      Fault.Order order = fault.order();
      Fault.Kind kind = order.kind();
      return new View(
          fault.id(),
          kind.looksAt("method") ? order.method() : null,
          kind.looksAt("path") ? order.path() : null,
          kind.looksAt("event") ? order.path() : null,
          kind.word(),
          order.times(),
          order.probability(),
          order.seed(),
          kind.looksAt("status") ? (Integer) order.status() : null,
          kind.looksAt("delayMs") ? (Long) order.delayMs() : null,
          kind.looksAt("bytes") ? (Integer) order.bytes() : null,
          kind.looksAt("scopes") ? order.scopes() : null,
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
  One add(@Body FaultRequest order) {
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
