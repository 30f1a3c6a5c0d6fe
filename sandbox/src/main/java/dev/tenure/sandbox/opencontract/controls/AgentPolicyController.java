package dev.tenure.sandbox.opencontract.controls;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the simulated agents do. */
@Controller(OpenContractPath.CONTROLS + "/people")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class AgentPolicyController {
  private static final String WORD = "must be met, not met or unclear";
  private static final long LONGEST_MS = 3_650L * 24 * 60 * 60 * 1000;

  private final OpenContractWorld world;
  private final SimulatedAgents agents;

  AgentPolicyController(OpenContractWorld world, SimulatedAgents agents) {
    this.world = world;
    this.agents = agents;
  }

  /** The habits of workers; what is left out is never done. */
  @Serdeable
  @Strict
  record WorkerHabits(
      @Nullable @Min(0) @Max(9) Integer rivals,
      @Nullable @Ratio BigDecimal accept,
      @Nullable @Ratio BigDecimal decline,
      @Nullable @Ratio BigDecimal deliver,
      @Nullable @Ratio BigDecimal withdraw,
      @Nullable @Min(0) @Max(LONGEST_MS) Long delayMs,
      @Nullable @Min(0) @Max(LONGEST_MS) Long maxDelayMs) {

    private AgentPolicy.Workers habits() {
      long least = requireNonNullElse(delayMs, 0L);
      return new AgentPolicy.Workers(
          requireNonNullElse(rivals, 0),
          share("workers.accept", accept, decline),
          share("workers.decline", decline, accept),
          share("workers.deliver", deliver, withdraw),
          share("workers.withdraw", withdraw, deliver),
          least,
          most("workers.maxDelayMs", least, maxDelayMs));
    }
  }

  /** The habits of Backup Agents; what is left out is never done. */
  @Serdeable
  @Strict
  record BackupHabits(
      @Nullable @Min(0) @Max(9) Integer votes,
      @Nullable @Size(max = 10)
          List<
                  @NotNull(message = WORD) @Pattern(regexp = "met|not met|unclear", message = WORD)
                  String>
              criteria,
      @Nullable @Ratio BigDecimal met,
      @Nullable @Ratio BigDecimal notMet,
      @Nullable @Min(0) @Max(LONGEST_MS) Long delayMs,
      @Nullable @Min(0) @Max(LONGEST_MS) Long maxDelayMs) {

    private AgentPolicy.Backups habits() {
      long least = requireNonNullElse(delayMs, 0L);
      return new AgentPolicy.Backups(
          requireNonNullElse(votes, 0),
          requireNonNullElse(criteria, List.of()),
          share("backups.met", met, notMet),
          share("backups.notMet", notMet, met),
          least,
          most("backups.maxDelayMs", least, maxDelayMs));
    }
  }

  /** What replaces the policy as a whole. */
  @Serdeable
  @Strict
  record Wanted(
      @Nullable @Min(0) @Max(Integer.MAX_VALUE) Long seed,
      @Nullable @Valid WorkerHabits workers,
      @Nullable @Valid BackupHabits backups)
      implements RequestBody {

    private AgentPolicy policy() {
      return new AgentPolicy(
          requireNonNullElse(seed, 1L),
          workers == null ? AgentPolicy.ABSENT.workers() : workers.habits(),
          backups == null ? AgentPolicy.ABSENT.backups() : backups.habits());
    }
  }

  @Get
  AgentPolicy read() {
    return world.transact(world::policy);
  }

  /** Replaces the policy; it applies to what is open already, too. */
  @Put
  AgentPolicy set(@Body @Valid Wanted wanted) {
    AgentPolicy policy = wanted.policy();
    world.transact(
        () -> {
          world.set(policy);
          return true;
        });
    agents.wake();
    return policy;
  }

  private static double share(String name, @Nullable BigDecimal share, @Nullable BigDecimal other) {
    BigDecimal part = requireNonNullElse(share, BigDecimal.ZERO);
    if (part.add(requireNonNullElse(other, BigDecimal.ZERO)).compareTo(BigDecimal.ONE) > 0) {
      throw InvalidRequest.field(name, "makes more than 1 with its counterpart");
    }
    return part.doubleValue();
  }

  private static long most(String name, long least, @Nullable Long most) {
    long longest = requireNonNullElse(most, least);
    if (longest < least) {
      throw InvalidRequest.field(name, "must not be below delayMs");
    }
    return longest;
  }
}
