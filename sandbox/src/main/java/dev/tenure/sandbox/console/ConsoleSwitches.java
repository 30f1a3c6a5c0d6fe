package dev.tenure.sandbox.console;

import dev.tenure.sandbox.faults.Fault;
import dev.tenure.sandbox.faults.Faults;
import dev.tenure.sandbox.people.Clockwork;
import dev.tenure.sandbox.people.Clockwork.Order;
import dev.tenure.sandbox.people.People;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.scenario.Scenarios;
import dev.tenure.sandbox.world.Account;
import dev.tenure.sandbox.world.PeoplePolicy;
import dev.tenure.sandbox.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The console's buttons: plain forms that lead back to the page. */
@Controller("/console")
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.ALL})
@ExecuteOn(TaskExecutors.BLOCKING)
class ConsoleSwitches {
  private static final long FARTHEST_MINUTES = 60L * 24 * 365;

  private final World world;
  private final People people;
  private final Clockwork clockwork;
  private final Faults faults;
  private final Scenarios scenarios;

  ConsoleSwitches(
      World world, People people, Clockwork clockwork, Faults faults, Scenarios scenarios) {
    this.world = world;
    this.people = people;
    this.clockwork = clockwork;
    this.faults = faults;
    this.scenarios = scenarios;
  }

  @Post("/accounts/{id}")
  HttpResponse<?> account(HttpRequest<Map<String, String>> request, String id) {
    Map<String, String> form = form(request);
    world.transact(
        () -> {
          Account now = world.accounts.find(id);
          if (now == null) {
            throw Refusal.missing("accounts", "accountId", id);
          }
          world.accounts.put(
              id,
              now.set(
                  flag(form, "claimed", now.claimed()),
                  flag(form, "card", now.card()),
                  flag(form, "cardDeclines", now.cardDeclines())));
          return true;
        });
    return back("accounts");
  }

  @Post("/clock")
  HttpResponse<?> clock(HttpRequest<Map<String, String>> request) {
    long minutes = minutes(form(request).getOrDefault("minutes", ""));
    clockwork.move(() -> new Order(Duration.ofMinutes(minutes), null));
    return back("clock");
  }

  @Post("/people")
  HttpResponse<?> people(HttpRequest<Map<String, String>> request) {
    String habit = form(request).getOrDefault("habit", "");
    world.transact(
        () -> {
          world.set(deciding(world.people(), habit));
          return true;
        });
    people.wake();
    return back("people");
  }

  private static PeoplePolicy deciding(PeoplePolicy now, String habit) {
    return switch (habit) {
      case "confirm" -> now.always(PeoplePolicy.Decision.CONFIRM);
      case "decline" -> now.always(PeoplePolicy.Decision.DECLINE);
      case "ignore" -> now.never();
      default -> throw Refusal.field("habit", "must be confirm, decline or ignore");
    };
  }

  @Post("/faults")
  HttpResponse<?> fault(HttpRequest<Map<String, String>> request) {
    Map<String, String> form = form(request);
    Fault.Kind kind =
        Fault.Kind.named(form.getOrDefault("kind", ""))
            .orElseThrow(() -> Refusal.field("kind", "is not a kind of fault"));
    String path = form.getOrDefault("path", "").strip();
    if (!path.startsWith("/") && !kind.ofWebhooks()) {
      throw Refusal.field("path", "must begin with /");
    }
    faults.add(Fault.Order.once(kind, path.isEmpty() || kind.ofWebhooks() ? "*" : path));
    return back("faults");
  }

  @Post("/faults/lift")
  HttpResponse<?> lift(HttpRequest<Map<String, String>> request) {
    faults.remove(form(request).getOrDefault("id", ""));
    return back("faults");
  }

  @Post("/reset")
  HttpResponse<?> reset() {
    scenarios.reset();
    people.wake();
    return back("");
  }

  private static Map<String, String> form(HttpRequest<Map<String, String>> request) {
    return request.getBody().orElse(Map.of());
  }

  private static boolean flag(Map<String, String> form, String name, boolean otherwise) {
    String value = form.get(name);
    return value == null ? otherwise : value.equals("true");
  }

  private static long minutes(String text) {
    if (!text.matches("[0-9]{1,6}") || Long.parseLong(text) > FARTHEST_MINUTES) {
      throw Refusal.field("minutes", "must be a whole number up to " + FARTHEST_MINUTES);
    }
    return Long.parseLong(text);
  }

  private static HttpResponse<?> back(String part) {
    return HttpResponse.seeOther(URI.create("/#" + part));
  }
}
