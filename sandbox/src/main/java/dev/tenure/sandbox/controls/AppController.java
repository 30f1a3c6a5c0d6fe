package dev.tenure.sandbox.controls;

import dev.tenure.sandbox.market.Bodies;
import dev.tenure.sandbox.market.Fields;
import dev.tenure.sandbox.market.Orders;
import dev.tenure.sandbox.rules.InTheApp;
import dev.tenure.sandbox.rules.MilestoneOrder;
import dev.tenure.sandbox.rules.MilestonesInTheApp;
import dev.tenure.sandbox.wire.ContractJson;
import dev.tenure.sandbox.wire.MilestoneJson;
import dev.tenure.sandbox.world.Contract;
import dev.tenure.sandbox.world.EscrowChoice;
import dev.tenure.sandbox.world.Terms;
import dev.tenure.sandbox.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.function.Supplier;

/** What people do in the app, behind the API client's back. Each answers with what it changed. */
@Controller("/sandbox")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class AppController {
  private static final long MOST_USAGE = 1_000_000_000;

  private final World world;
  private final InTheApp app;
  private final MilestonesInTheApp milestones;
  private final Bodies bodies;

  AppController(World world, InTheApp app, MilestonesInTheApp milestones, Bodies bodies) {
    this.world = world;
    this.app = app;
    this.milestones = milestones;
    this.bodies = bodies;
  }

  @Post("/proposals/{id}/hire")
  ContractJson.One hire(String id, HttpRequest<byte[]> request) {
    Terms terms = bodies.strict(request, body -> Orders.terms(body.object("milestone")));
    return changed(() -> app.hire(id, terms));
  }

  @Post("/contracts/{id}/milestones")
  MilestoneJson.One createMilestone(String id, HttpRequest<byte[]> request) {
    MilestoneOrder order = bodies.strict(request, Orders::milestone);
    return new MilestoneJson.One(
        MilestoneJson.of(world.transact(() -> app.createMilestone(id, order))));
  }

  @Post("/contracts/{id}/end")
  ContractJson.One end(String id, HttpRequest<byte[]> request) {
    EscrowChoice choice = bodies.strict(request, AppController::escrow);
    return changed(() -> app.end(id, choice));
  }

  private static EscrowChoice escrow(Fields body) {
    EscrowChoice choice = ApprovalControls.oneOf(EscrowChoice.values(), body, "escrow");
    return choice == null ? EscrowChoice.REFUND : choice;
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

  /** Records work: {@code {"seconds": 3600, "labels": 0, "tasks": 0}}. */
  @Post("/contracts/{id}/usage")
  ContractJson.One use(HttpRequest<byte[]> request, String id) {
    return bodies.strict(
        request,
        body -> {
          long seconds = body.whole("seconds", 0, MOST_USAGE, 0);
          long labels = body.whole("labels", 0, MOST_USAGE, 0);
          long tasks = body.whole("tasks", 0, MOST_USAGE, 0);
          body.requireNoOthers();
          return changed(() -> app.use(id, seconds, labels, tasks));
        });
  }

  @Post("/milestones/{id}/request-payout")
  ContractJson.One requestPayout(String id) {
    return changed(() -> milestones.requestPayout(id));
  }

  private ContractJson.One changed(Supplier<Contract> act) {
    return new ContractJson.One(ContractJson.full(world.transact(act)));
  }
}
