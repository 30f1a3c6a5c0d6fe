package dev.tenure.sandbox.opencontract.controls;

import dev.tenure.sandbox.http.BodyReader;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.rules.ContractTimers;
import dev.tenure.sandbox.opencontract.world.OpenContractSettings;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Duration;

/** What applies to the whole of OpenContract, and a beginning anew. */
@Controller(OpenContractPath.CONTROLS)
@Consumes(MediaType.ALL)
class ProtocolController {
  private static final Duration LONGEST = Duration.ofDays(3_650);

  private final OpenContractWorld world;
  private final ContractTimers timers;
  private final BodyReader<?> bodies;

  ProtocolController(OpenContractWorld world, ContractTimers timers, BodyReader<?> bodies) {
    this.world = world;
    this.timers = timers;
    this.bodies = bodies;
  }

  @Get("/settings")
  OpenContractSettings read() {
    return world.transact(world::settings);
  }

  /** Changes what is named. Amounts that were quoted stay while their quotes live. */
  @Put("/settings")
  OpenContractSettings set(
      @Schema(implementation = OpenContractSettings.class) @Body byte[] change) {
    OpenContractSettings changed =
        world.transact(
            () -> {
              OpenContractSettings next = bodies.changed(world.settings(), change);
              checkWindow(next.parameters().baVotingWindow());
              world.set(next);
              return next;
            });
    timers.wake();
    return changed;
  }

  private static void checkWindow(String text) {
    try {
      Duration window = Duration.parse(text);
      InvalidRequest.require(
          !window.isNegative() && window.compareTo(LONGEST) <= 0,
          "parameters.baVotingWindow",
          "must be from none to ten years");
    } catch (DateTimeException e) {
      throw InvalidRequest.field(
          "parameters.baVotingWindow", "must be an ISO 8601 duration such as PT24H");
    }
  }

  /** Forgets every contract, key, wallet and setting; ids that were given are not given again. */
  @Post("/reset")
  OpenContractSettings reset() {
    world.reset();
    return read();
  }
}
