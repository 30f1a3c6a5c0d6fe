package dev.tenure.sandbox.opencontract.controls;

import dev.tenure.sandbox.http.BodyReader;
import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.json.ComplaintJson;
import dev.tenure.sandbox.opencontract.model.Complaint.Status;
import dev.tenure.sandbox.opencontract.people.SimulatedAgents;
import dev.tenure.sandbox.opencontract.rules.Complaints;
import dev.tenure.sandbox.opencontract.rules.ContractTimers;
import dev.tenure.sandbox.opencontract.world.AgentPolicy;
import dev.tenure.sandbox.opencontract.world.OpenContractSettings;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What applies to the whole of OpenContract, what its simulated agents do, what its people say of
 * complaints, and a beginning anew.
 */
@Controller(OpenContractPath.CONTROLS)
@Consumes(MediaType.ALL)
record OpenContractControls(
    OpenContractWorld world,
    ContractTimers timers,
    SimulatedAgents agents,
    Complaints complaints,
    BodyReader<?> bodies) {

  private static final Duration LONGEST = Duration.ofDays(3_650);

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

  @Get("/people")
  AgentPolicy readPolicy() {
    return world.transact(world::policy);
  }

  /** Replaces the policy; it applies to what is open already, too. */
  @Put("/people")
  AgentPolicy setPolicy(@Schema(implementation = AgentPolicy.class) @Body byte[] change) {
    AgentPolicy policy = bodies.changed(AgentPolicy.ABSENT, change);
    check(policy.workers());
    check(policy.backups());
    world.run(() -> world.set(policy));
    agents.wake();
    return policy;
  }

  private static void check(AgentPolicy.Workers workers) {
    checkShares("workers.accept", workers.accept(), workers.decline());
    checkShares("workers.deliver", workers.deliver(), workers.withdraw());
    checkDelay("workers.maxDelayMs", workers.delayMs(), workers.maxDelayMs());
  }

  private static void check(AgentPolicy.Backups backups) {
    checkShares("backups.met", backups.met(), backups.notMet());
    checkDelay("backups.maxDelayMs", backups.delayMs(), backups.maxDelayMs());
  }

  private static void checkShares(String name, BigDecimal share, BigDecimal other) {
    InvalidRequest.require(
        share.add(other).compareTo(BigDecimal.ONE) <= 0,
        name,
        "makes more than 1 with its counterpart");
  }

  private static void checkDelay(String name, long least, @Nullable Long most) {
    InvalidRequest.require(most == null || most >= least, name, "must not be below delayMs");
  }

  /** {@code upheld} or {@code rejected}, and what is said about it. */
  @Serdeable
  @Strict
  record Decision(@Required Status status, @Nullable @Size(max = 10_000) String resolutionNote)
      implements RequestBody {}

  @Put("/complaints/{id}")
  ComplaintJson decide(String id, @Body Decision decision) {
    Status how = decision.status();
    InvalidRequest.require(how != Status.PENDING, "status", "must be upheld or rejected");
    return world.transact(
        () -> ComplaintJson.of(complaints.resolve(id, how, decision.resolutionNote())));
  }
}
