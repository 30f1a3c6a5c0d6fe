package dev.tenure.sandbox.opentrain.controls;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.Constraints.Said;
import dev.tenure.sandbox.http.Constraints.Text;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opentrain.json.ContractJson;
import dev.tenure.sandbox.opentrain.json.MessageJson;
import dev.tenure.sandbox.opentrain.json.MilestoneJson;
import dev.tenure.sandbox.opentrain.json.TopUpJson;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.EscrowChoice;
import dev.tenure.sandbox.opentrain.model.contract.Terms;
import dev.tenure.sandbox.opentrain.request.MilestoneRequest;
import dev.tenure.sandbox.opentrain.request.TermsRequest;
import dev.tenure.sandbox.opentrain.rules.contract.Contracts;
import dev.tenure.sandbox.opentrain.rules.contract.ContractsInApp;
import dev.tenure.sandbox.opentrain.rules.contract.Conversations;
import dev.tenure.sandbox.opentrain.rules.money.Credits;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What people do in the app, behind the API client's back. Each answers with what it changed. */
@Controller("/sandbox")
@Consumes(MediaType.ALL)
record AppController(
    World world, ContractsInApp app, Conversations conversations, Credits credits) {

  private static final long MOST_USAGE = 1_000_000_000;

  /** {@code {"milestone": {…}}}. */
  @Serdeable
  @Strict
  record Hire(@Required @Valid TermsRequest milestone) implements RequestBody {}

  /** {@code {"escrow": "refund"}}, or {@code "release"}. */
  @Serdeable
  @Strict
  record End(@Nullable EscrowChoice escrow) implements RequestBody {}

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

  /** {@code {"content": "…"}}. */
  @Serdeable
  @Strict
  record Content(@Said @Text String content) implements RequestBody {}

  @Post("/proposals/{id}/hire")
  ContractJson.One hire(String id, @Body Hire hire) {
    Terms terms = hire.milestone().toTerms("milestone.");
    return changed(() -> app.hire(id, terms));
  }

  @Post("/contracts/{id}/milestones")
  MilestoneJson.One createMilestone(String id, @Body @Strict MilestoneRequest body) {
    Contracts.NewMilestone order = body.toMilestone();
    return new MilestoneJson.One(
        MilestoneJson.of(world.transact(() -> app.createMilestone(id, order))));
  }

  @Post("/contracts/{id}/end")
  ContractJson.One end(String id, @Body @Nullable End end) {
    EscrowChoice choice =
        requireNonNullElse(end == null ? null : end.escrow(), EscrowChoice.REFUND);
    return changed(() -> app.end(id, choice));
  }

  @Post("/milestones/{id}/fund")
  ContractJson.One fund(String id) {
    return changed(() -> app.fund(id));
  }

  @Post("/milestones/{id}/pay")
  ContractJson.One pay(String id) {
    return changed(() -> app.pay(id));
  }

  @Post("/milestones/{id}/cancel")
  ContractJson.One cancel(String id) {
    return changed(() -> app.cancel(id));
  }

  @Post("/milestones/{id}/refund")
  ContractJson.One refund(String id) {
    return changed(() -> app.refund(id));
  }

  @Post("/milestones/{id}/dispute")
  ContractJson.One dispute(String id) {
    return changed(() -> app.dispute(id));
  }

  /** Records work. */
  @Post("/contracts/{id}/usage")
  ContractJson.One use(String id, @Body @Nullable Work body) {
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
    return changed(() -> app.requestPayout(id));
  }

  @Post("/conversations/{id}/messages")
  MessageJson.Sent write(String id, @Body Content body) {
    String content = Texts.trimmed(body.content());
    return new MessageJson.Sent(
        true, MessageJson.of(world.transact(() -> conversations.hear(id, content))));
  }

  @Post("/top-ups/{id}/complete")
  TopUpJson.One complete(String id) {
    return new TopUpJson.One(TopUpJson.of(world.transact(() -> credits.completeTopUp(id))));
  }

  private ContractJson.One changed(Supplier<Contract> act) {
    return new ContractJson.One(ContractJson.full(world.transact(act)));
  }
}
