package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenure.activities.Marketplace;
import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.TemporalWorld;
import dev.tenure.activities.opentrain.client.Clients;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.workflows.opentrain.CreateMilestone;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;

/** A milestone that is created through Temporal at a marketplace that answers as it is told. */
abstract class Creations {

  static final String TAG = "tenure:hir_x/m2";
  static final String EMPTY = contract("active", "");
  static final String MADE =
      contract(
          "active",
          milestone("foreign", "someone's") + "," + milestone("ms_1", "x\\n[" + TAG + "]"));
  static final CreateMilestone ASK =
      new CreateMilestone(
          "c",
          new MilestonePlan(
              "m2", "Batch 2", "Night frames", Money.usd("250.00"), null, FundRule.atStart()),
          TAG);

  final Marketplace marketplace;
  private final TemporalWorld temporal = new TemporalWorld();

  Creations() {
    marketplace = new Marketplace();
    marketplace.on("GET", "/contracts/c", Reply.json(200, EMPTY));
  }

  @AfterEach
  void close() {
    temporal.close();
    marketplace.close();
  }

  CreateAnswer create() {
    return create(Clients.of(marketplace));
  }

  CreateAnswer create(OpenTrainClient api) {
    return create(api, CreationWorkflow.LONG);
  }

  CreateAnswer create(OpenTrainClient api, Duration attempt) {
    temporal.with(CreationWorkflow.Impl.class, Accounts.activities(api));
    return temporal.workflow(CreationWorkflow.class).create(ASK, attempt);
  }

  ApplicationFailure failure() {
    return failure(Clients.of(marketplace), CreationWorkflow.LONG);
  }

  ApplicationFailure failure(OpenTrainClient api, Duration attempt) {
    Throwable failure = Objects.requireNonNull(catchThrowable(() -> create(api, attempt)));
    assertThat(failure.getCause()).hasCauseInstanceOf(ApplicationFailure.class);
    return (ApplicationFailure)
        Objects.requireNonNull(Objects.requireNonNull(failure.getCause()).getCause());
  }

  int posts() {
    return marketplace.asked("POST").size();
  }

  static Reply created() {
    return Reply.json(201, "{\"milestone\":" + milestone("ms_1", "[" + TAG + "]") + "}");
  }

  static String contract(String status, String milestones) {
    return """
    {"contract":{"id":"c","status":"%s","milestones":[%s]}}"""
        .formatted(status, milestones);
  }

  static String milestone(String id, String description) {
    return """
    {"id":"%s","status":"NOT_FUNDED","amountUsd":250,"description":"%s"}"""
        .formatted(id, description);
  }
}
