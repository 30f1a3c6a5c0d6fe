package dev.tenure.sandbox.opencontract.controls;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.model.ProtocolParameters;
import dev.tenure.sandbox.opencontract.rules.TimerSchedule;
import dev.tenure.sandbox.opencontract.world.OpenContractSettings;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What applies to the whole of OpenContract, and a beginning anew. */
@Controller(OpenContractPath.CONTROLS)
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class ProtocolController {
  private static final long LONGEST_MS = 3_650L * 24 * 60 * 60 * 1000;
  private static final long LONGEST_SETTLEMENT_MS = 24L * 60 * 60 * 1000;
  private static final long MOST_REQUESTS = 1_000_000_000;
  private static final long MOST_UNITS = 1_000_000_000_000_000L;

  private final OpenContractWorld world;
  private final TimerSchedule timers;

  ProtocolController(OpenContractWorld world, TimerSchedule timers) {
    this.world = world;
    this.timers = timers;
  }

  /** What is to change about the parameters of the protocol; what is left out stays. */
  @Serdeable
  @Strict
  record Parameters(
      @Nullable @Ratio BigDecimal protocolFee,
      @Nullable @Ratio BigDecimal workerStakeRatio,
      @Nullable @Ratio BigDecimal disputeBondRatio,
      @Nullable @Ratio BigDecimal backupAgentBondRatio,
      @Nullable @Ratio BigDecimal earlyWithdrawalSlashRatio,
      @Nullable @Ratio BigDecimal absentNoneMetClientShare,
      @Nullable @Ratio BigDecimal baUnclearSlashRatio,
      @Nullable @PositiveOrZero BigDecimal tokenMintRewardFull,
      @Nullable @PositiveOrZero BigDecimal tokenMintRewardReduced,
      @Nullable @PositiveOrZero BigDecimal baEligibilityStake,
      @Nullable String baVotingWindow,
      @Nullable @Min(1) @Max(1_000) Integer baRecruitCount)
      implements RequestBody {

    private ProtocolParameters applied(ProtocolParameters now) {
      Integer recruits = baRecruitCount == null ? now.baRecruitCount() : baRecruitCount;
      return new ProtocolParameters(
          requireNonNullElse(protocolFee, now.protocolFee()),
          requireNonNullElse(workerStakeRatio, now.workerStakeRatio()),
          requireNonNullElse(disputeBondRatio, now.disputeBondRatio()),
          requireNonNullElse(backupAgentBondRatio, now.backupAgentBondRatio()),
          requireNonNullElse(earlyWithdrawalSlashRatio, now.earlyWithdrawalSlashRatio()),
          requireNonNullElse(absentNoneMetClientShare, now.absentNoneMetClientShare()),
          requireNonNullElse(baUnclearSlashRatio, now.baUnclearSlashRatio()),
          requireNonNullElse(tokenMintRewardFull, now.tokenMintRewardFull()),
          requireNonNullElse(tokenMintRewardReduced, now.tokenMintRewardReduced()),
          requireNonNullElse(baEligibilityStake, now.baEligibilityStake()),
          window(requireNonNullElse(baVotingWindow, now.baVotingWindow())),
          recruits);
    }

    private static String window(String text) {
      try {
        Duration window = Duration.parse(text);
        if (window.isNegative() || window.toMillis() > LONGEST_MS) {
          throw InvalidRequest.field("parameters.baVotingWindow", "must be from none to ten years");
        }
        return text;
      } catch (DateTimeException | ArithmeticException e) {
        throw InvalidRequest.field(
            "parameters.baVotingWindow", "must be an ISO 8601 duration such as PT24H");
      }
    }
  }

  /** What is to change; what is left out stays. */
  @Serdeable
  @Strict
  record Change(
      @Nullable @Valid Parameters parameters,
      @Nullable @Min(0) @Max(LONGEST_MS) Long reviewersMs,
      @Nullable @Min(0) @Max(LONGEST_SETTLEMENT_MS) Long settlementMs,
      @Nullable @Min(0) @Max(MOST_REQUESTS) Long requestsPerMinute,
      @Nullable Boolean quoteInBody,
      @Nullable @Min(0) @Max(MOST_UNITS) Long balanceUnits,
      @Nullable Boolean unclearVoidsBond,
      @Nullable Boolean thirdRevision)
      implements RequestBody {

    private OpenContractSettings applied(OpenContractSettings now) {
      return new OpenContractSettings(
          parameters == null ? now.parameters() : parameters.applied(now.parameters()),
          requireNonNullElse(reviewersMs, now.reviewersMs()),
          requireNonNullElse(settlementMs, now.settlementMs()),
          requireNonNullElse(requestsPerMinute, now.requestsPerMinute()),
          requireNonNullElse(quoteInBody, now.quoteInBody()),
          requireNonNullElse(balanceUnits, now.balanceUnits()),
          requireNonNullElse(unclearVoidsBond, now.unclearVoidsBond()),
          requireNonNullElse(thirdRevision, now.thirdRevision()));
    }
  }

  @Get("/settings")
  OpenContractSettings read() {
    return world.transact(world::settings);
  }

  /** Changes what is named. Amounts that were quoted stay while their quotes live. */
  @Put("/settings")
  OpenContractSettings set(@Body @Valid Change change) {
    OpenContractSettings changed =
        world.transact(
            () -> {
              OpenContractSettings next = change.applied(world.settings());
              world.set(next);
              return next;
            });
    timers.wake();
    return changed;
  }

  /** Forgets every contract, key, wallet and setting; ids that were given are not given again. */
  @Post("/reset")
  OpenContractSettings reset() {
    world.reset();
    return read();
  }
}
