package dev.tenure.sandbox.opentrain.rules.money;

import dev.tenure.sandbox.opentrain.model.money.TopUp;
import dev.tenure.sandbox.opentrain.model.money.TopUp.Status;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.world.World;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Credits that a person pays for on a checkout page. Each request is a new one. */
@Singleton
public class TopUps {
  private static final Duration LIFE = Duration.ofDays(1);

  private final World world;
  private final Credits credits;

  TopUps(World world, Credits credits) {
    this.world = world;
    this.credits = credits;
  }

  public TopUp ask(Caller caller, long cents) {
    TopUp made =
        new TopUp(
            world.newId("top"),
            caller.account().id(),
            cents,
            Status.PENDING,
            world.now(),
            null,
            world.now().plus(LIFE));
    world.topUps.put(made.id(), made);
    return made;
  }

  public TopUp see(Caller caller, String id) {
    TopUp found =
        Refusal.found(
            caller.own(world.topUps.find(id), TopUp::accountId), "credit-top-ups", "topUpId", id);
    return look(found);
  }

  /** The person has paid. */
  public TopUp complete(String id) {
    TopUp found = Refusal.found(world.topUps.find(id), "credit-top-ups", "topUpId", id);
    TopUp current = look(found);
    if (current.status() != Status.PENDING) {
      throw Refusal.conflict(
          "top_up_final", "This top-up is already " + current.status().name() + ".");
    }
    TopUp paid = current.moved(Status.COMPLETED, world.now());
    world.topUps.put(id, paid);
    credits.topUp(paid.accountId(), paid.amountCents(), id);
    return paid;
  }

  /** Looks at one on behalf of nobody in particular, which expires it like any other look. */
  public Optional<TopUp> look(String id) {
    return Optional.ofNullable(world.topUps.find(id)).map(this::look);
  }

  private TopUp look(TopUp topUp) {
    if (!topUp.overdue(world.now())) {
      return topUp;
    }
    TopUp expired = topUp.moved(Status.EXPIRED, null);
    world.topUps.put(expired.id(), expired);
    return expired;
  }
}
