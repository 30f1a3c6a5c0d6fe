package dev.tenure.sandbox.opentrain.controls;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.opentrain.http.EnumWords;
import dev.tenure.sandbox.opentrain.json.contract.ContractJson;
import dev.tenure.sandbox.opentrain.json.contract.MilestoneJson;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.EscrowChoice;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.request.Limits;
import dev.tenure.sandbox.opentrain.request.MilestoneRequest;
import dev.tenure.sandbox.opentrain.request.TermsRequest;
import dev.tenure.sandbox.opentrain.rules.contract.ContractsInApp;
import dev.tenure.sandbox.opentrain.rules.contract.MilestoneOrder;
import dev.tenure.sandbox.opentrain.rules.contract.MilestonesInApp;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What people do in the app, behind the API client's back. Each answers with what it changed. */
@Controller("/sandbox")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class AppController {
  private static final long MOST_USAGE = 1_000_000_000;

  private final World world;
  private final ContractsInApp app;
  private final MilestonesInApp milestones;

  AppController(World world, ContractsInApp app, MilestonesInApp milestones) {
    this.world = world;
    this.app = app;
    this.milestones = milestones;
  }

  /** {@code {"milestone": {…}}}. */
  @Serdeable
  @Strict
  record Hire(@NotNull(message = Limits.REQUIRED) @Valid TermsRequest milestone)
      implements RequestBody {}

  /** {@code {"escrow": "refund"}}, or {@code "release"}. */
  @Serdeable
  @Strict
  record End(@Nullable String escrow) implements RequestBody {}

  /** {@code {"seconds": 3600, "labels": 0, "tasks": 0}}. */
  @Serdeable
  @Strict
  record Work(
      @Nullable @Min(0) @Max(MOST_USAGE) Long seconds,
      @Nullable @Min(0) @Max(MOST_USAGE) Long labels,
      @Nullable @Min(0) @Max(MOST_USAGE) Long tasks)
      implements RequestBody {
    static final Work NONE = new Work(null, null, null);
  }

  @Post("/proposals/{id}/hire")
  ContractJson.One hire(String id, @Body @Valid Hire hire) {
    Terms terms = hire.milestone().toTerms("milestone.");
    return changed(() -> app.hire(id, terms));
  }

  @Post("/contracts/{id}/milestones")
  MilestoneJson.One createMilestone(String id, @Body @Valid @Strict MilestoneRequest body) {
    MilestoneOrder order = body.toOrder();
    return new MilestoneJson.One(
        MilestoneJson.of(world.transact(() -> app.createMilestone(id, order))));
  }

  @Post("/contracts/{id}/end")
  ContractJson.One end(String id, @Body @Nullable End end) {
    EscrowChoice choice =
        requireNonNullElse(
            EnumWords.of(EscrowChoice.class, "escrow", end == null ? null : end.escrow()),
            EscrowChoice.REFUND);
    return changed(() -> app.end(id, choice));
  }

  @Post("/milestones/{id}/fund")
  ContractJson.One fund(String id) {
    return changed(() -> milestones.fund(id));
  }

  @Post("/milestones/{id}/pay")
  ContractJson.One pay(String id) {
    return changed(() -> milestones.pay(id));
  }

  @Post("/milestones/{id}/cancel")
  ContractJson.One cancel(String id) {
    return changed(() -> milestones.cancel(id));
  }

  @Post("/milestones/{id}/refund")
  ContractJson.One refund(String id) {
    return changed(() -> milestones.refund(id));
  }

  @Post("/milestones/{id}/dispute")
  ContractJson.One dispute(String id) {
    return changed(() -> milestones.dispute(id));
  }

  /** Records work. */
  @Post("/contracts/{id}/usage")
  ContractJson.One use(String id, @Body @Nullable @Valid Work body) {
    Work work = requireNonNullElse(body, Work.NONE);
    return changed(
        () ->
            app.use(
                id,
                requireNonNullElse(work.seconds(), 0L),
                requireNonNullElse(work.labels(), 0L),
                requireNonNullElse(work.tasks(), 0L)));
  }

  @Post("/milestones/{id}/request-payout")
  ContractJson.One requestPayout(String id) {
    return changed(() -> milestones.requestPayout(id));
  }

  private ContractJson.One changed(Supplier<Contract> act) {
    return new ContractJson.One(ContractJson.full(world.transact(act)));
  }
}
