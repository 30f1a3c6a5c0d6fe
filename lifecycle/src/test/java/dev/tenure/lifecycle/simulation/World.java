package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMarketplace;
import dev.tenure.model.plan.HirePlan;
import java.util.ArrayList;
import java.util.List;

/** The world of one run: time, the marketplace, hires, and everybody around them. */
final class World {
  private final Draw draw;
  private final Rules rules;
  private final Trace trace;
  private final Tally tally;
  private final Agenda agenda = new Agenda();
  private final SimulatedMarketplace marketplace = new SimulatedMarketplace();
  private final Wire wire;
  private final Endpoints endpoints;
  private final Invariants invariants;
  private final List<HireDriver> hires = new ArrayList<>();
  private final People people;
  private final AppUsers appUsers;
  private final Trainers trainers;
  private final Operators operators;
  private final Requesters requesters;
  private final Notifications notifications;
  private final AccountSweep sweep;
  private boolean calm;

  World(Draw draw, Rules rules, Trace trace, Tally tally) {
    this.draw = draw;
    this.rules = rules;
    this.trace = trace;
    this.tally = tally;
    this.wire = new Wire(this);
    this.endpoints = new Endpoints(this);
    this.invariants = new Invariants(this);
    this.appUsers = new AppUsers(this);
    this.people = new People(this, appUsers);
    this.trainers = new Trainers(this);
    this.operators = new Operators(this);
    this.requesters = new Requesters(this);
    this.notifications = new Notifications(this);
    this.sweep = new AccountSweep(this);
    marketplace.account().approvalWindow(draw.window());
    int count = draw.has(Feature.TWO_HIRES) ? 2 : 1;
    for (int i = 1; i <= count; i++) {
      String proposalId = "prp_" + i;
      marketplace.addProposal(proposalId, draw.payment(), PlanDraw.RATE);
      HirePlan plan = new PlanDraw(draw, draw.dice(5_000 + i)).plan(proposalId);
      OpenTrainHire hire = OpenTrainHire.requested("hir_" + i, 1, plan, agenda.instant());
      HireDriver driver = new HireDriver(this, hire, i);
      hires.add(driver);
      if (trace.on()) {
        say("requester", "wants " + plan);
      }
      agenda.at((i - 1) * Draw.SECOND, driver::turn);
    }
    appUsers.begin();
  }

  Draw draw() {
    return draw;
  }

  Rules rules() {
    return rules;
  }

  Trace trace() {
    return trace;
  }

  Agenda agenda() {
    return agenda;
  }

  SimulatedMarketplace marketplace() {
    return marketplace;
  }

  Wire wire() {
    return wire;
  }

  Endpoints endpoints() {
    return endpoints;
  }

  Invariants invariants() {
    return invariants;
  }

  List<HireDriver> hires() {
    return hires;
  }

  Requesters requesters() {
    return requesters;
  }

  Tally tally() {
    return tally;
  }

  /** Whether faults and random actors have stopped. */
  boolean calm() {
    return calm;
  }

  /** Faults and random actors stop. */
  void becalm() {
    calm = true;
    if (trace.on()) {
      say("world", "all faults stop, and nobody acts at random any more");
    }
    wire.calm();
    people.calm();
    trainers.calm();
    requesters.calm();
  }

  boolean allClosed() {
    return hires.stream().allMatch(HireDriver::closed);
  }

  /** Makes the next thing happen, and lets everybody see what it changed. */
  boolean step(long until) {
    if (!agenda.step(until)) {
      return false;
    }
    people.look();
    notifications.look();
    trainers.look();
    sweep.look();
    return true;
  }

  /** After a hire has decided. */
  void turned(HireDriver driver) {
    operators.look(driver);
    requesters.look(driver);
    sweep.closed(driver);
  }

  void killWorker() {
    strikes(Feature.WORKER_KILLS);
    if (trace.on()) {
      say("fault", "the worker is killed");
    }
    hires.forEach(HireDriver::killWorker);
  }

  /** A held call of a hire got through: the others are worth a fast try. */
  void obstacleGone(HireDriver through) {
    for (HireDriver other : hires) {
      if (other != through) {
        agenda.after(
            Draw.SECOND,
            () -> other.observe(new OpenTrainObservation.Notified(Notification.obstacleGone())));
      }
    }
  }

  void strikes(Feature feature) {
    tally.struck(feature);
  }

  void strikes(Wire.Fate fate) {
    if (fate == Wire.Fate.ANSWER_LOST) {
      tally.struck(Feature.LOST_ANSWERS);
    }
  }

  void say(String who, String what) {
    trace.say(agenda, who, what);
  }
}
