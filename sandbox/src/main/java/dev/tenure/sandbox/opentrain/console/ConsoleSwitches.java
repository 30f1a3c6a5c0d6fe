package dev.tenure.sandbox.opentrain.console;

import dev.tenure.sandbox.faults.Fault;
import dev.tenure.sandbox.faults.FaultOrder;
import dev.tenure.sandbox.faults.Faults;
import dev.tenure.sandbox.http.EnumWord;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opentrain.model.account.AccountChange;
import dev.tenure.sandbox.opentrain.model.account.Feature;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import dev.tenure.sandbox.opentrain.model.money.Money;
import dev.tenure.sandbox.opentrain.people.ClockMover;
import dev.tenure.sandbox.opentrain.people.ClockMover.Order;
import dev.tenure.sandbox.opentrain.people.People;
import dev.tenure.sandbox.opentrain.rules.Accounts;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.scenario.Scenarios;
import dev.tenure.sandbox.opentrain.world.PeoplePolicy;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The console's buttons: plain forms that lead back to the page. */
@Controller("/console")
@Hidden
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.ALL})
record ConsoleSwitches(
    World world,
    Console console,
    Accounts accounts,
    People people,
    ClockMover clockMover,
    Faults faults,
    Scenarios scenarios) {

  private static final Pattern TABS = Pattern.compile("[a-z]*");
  private static final long FARTHEST_MINUTES = 60L * 24 * 365;

  /** A switch that could not be thrown leads back to the page, which says why. */
  @Error(exception = Refusal.class)
  HttpResponse<ModelAndView<Map<String, Object>>> refused(Refusal refusal) {
    return HttpResponse.<ModelAndView<Map<String, Object>>>status(
            HttpStatus.valueOf(refusal.code().status()))
        .contentType(MediaType.TEXT_HTML_TYPE)
        .body(console.page("", "", 1, refusal.getMessage()));
  }

  @Error(exception = InvalidRequest.class)
  HttpResponse<ModelAndView<Map<String, Object>>> refused(InvalidRequest invalid) {
    return refused(Refusal.of(invalid));
  }

  @Post("/accounts/{id}")
  HttpResponse<?> account(HttpRequest<Map<String, String>> request, String id) {
    ConsoleForm form = ConsoleForm.of(request);
    AccountChange change =
        new AccountChange(
            form.flag("claimed"), form.flag("card"), form.flag("cardDeclines"), null, null, null);
    world.run(() -> accounts.change(id, change));
    return back("accounts");
  }

  /** Credits, features and the scopes of the owner's token, all as the form shows them. */
  @Post("/accounts/{id}/gates")
  HttpResponse<?> gates(HttpRequest<Map<String, String>> request, String id) {
    ConsoleForm form = ConsoleForm.of(request);
    BigDecimal dollars = form.number("credits", 2);
    List<String> features = form.ticked(Feature.ALL);
    world.run(
        () ->
            accounts.change(
                id,
                new AccountChange(
                    null,
                    null,
                    null,
                    dollars == null ? null : Money.cents(dollars),
                    Feature.ALL.stream().collect(Collectors.toMap(key -> key, features::contains)),
                    world.ownersToken(id).isEmpty() ? null : form.ticked(Scope.ALL))));
    return back("accounts");
  }

  @Post("/clock")
  HttpResponse<?> clock(HttpRequest<Map<String, String>> request) {
    ConsoleForm form = ConsoleForm.of(request);
    long minutes = form.whole("minutes", FARTHEST_MINUTES);
    clockMover.move(() -> new Order(Duration.ofMinutes(minutes), null));
    return back(form.text("tab"));
  }

  /** How fast it runs and how long approvals last. */
  @Post("/clock/pace")
  HttpResponse<?> pace(HttpRequest<Map<String, String>> request) {
    ConsoleForm form = ConsoleForm.of(request);
    BigDecimal speed = form.number("speed", 3);
    BigDecimal window = form.number("windowSeconds", 3);
    clockMover.move(
        () -> {
          if (window != null) {
            world.set(world.settings().window(window(window)));
          }
          return new Order(Duration.ZERO, speed == null ? null : ClockMover.speed(speed));
        });
    return back(form.text("tab"));
  }

  private static long window(BigDecimal seconds) {
    long millis = seconds.movePointRight(3).longValueExact();
    InvalidRequest.require(
        millis >= 1 && millis <= Duration.ofMinutes(FARTHEST_MINUTES).toMillis(),
        "windowSeconds",
        "must be from 0.001 to " + FARTHEST_MINUTES * 60);
    return millis;
  }

  @Post("/people")
  HttpResponse<?> people(HttpRequest<Map<String, String>> request) {
    String habit = ConsoleForm.of(request).text("habit");
    world.run(() -> world.set(deciding(world.people(), habit)));
    people.wake();
    return back("people");
  }

  private static PeoplePolicy deciding(PeoplePolicy now, String habit) {
    return switch (habit) {
      case "confirm" -> now.always(PeoplePolicy.Decision.CONFIRM);
      case "decline" -> now.always(PeoplePolicy.Decision.DECLINE);
      case "ignore" -> now.never();
      default -> throw InvalidRequest.field("habit", "must be confirm, decline or ignore");
    };
  }

  @Post("/faults")
  HttpResponse<?> fault(HttpRequest<Map<String, String>> request) {
    ConsoleForm form = ConsoleForm.of(request);
    Fault.Kind kind = EnumWord.of(Fault.Kind.class, "kind", form.text("kind"));
    if (kind == null || kind.needsMore()) {
      throw InvalidRequest.field("kind", "needs more: order it by POST /sandbox/faults");
    }
    faults.add(FaultOrder.once(kind, form.text("path"), Scope.ALL));
    return back("faults");
  }

  @Post("/faults/lift")
  HttpResponse<?> lift(HttpRequest<Map<String, String>> request) {
    faults.remove(ConsoleForm.of(request).text("id"));
    return back("faults");
  }

  @Post("/reset")
  HttpResponse<?> reset() {
    scenarios.reset();
    people.wake();
    return back("");
  }

  private static HttpResponse<?> back(String part) {
    return HttpResponse.seeOther(URI.create("/?tab=" + (TABS.matcher(part).matches() ? part : "")));
  }
}
