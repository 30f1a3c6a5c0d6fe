package dev.tenure.sandbox.opencontract.controls;

import dev.tenure.sandbox.http.BodyReader;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.people.SimulatedAgents;
import dev.tenure.sandbox.opencontract.world.AgentPolicy;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the simulated agents do. */
@Controller(OpenContractPath.CONTROLS + "/people")
@Consumes(MediaType.ALL)
class AgentPolicyController {
  private final OpenContractWorld world;
  private final SimulatedAgents agents;
  private final BodyReader<?> bodies;

  AgentPolicyController(OpenContractWorld world, SimulatedAgents agents, BodyReader<?> bodies) {
    this.world = world;
    this.agents = agents;
    this.bodies = bodies;
  }

  @Get
  AgentPolicy read() {
    return world.transact(world::policy);
  }

  /** Replaces the policy; it applies to what is open already, too. */
  @Put
  AgentPolicy set(@Schema(implementation = AgentPolicy.class) @Body byte[] change) {
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
}
