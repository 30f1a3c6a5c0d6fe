package dev.tenure.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.front.ProblemException;
import dev.tenure.cli.front.UnreachableException;
import dev.tenure.cli.print.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Looks at each marketplace account as the front knows it. */
record AccountLook(FrontClient front) {
  private static final Duration OLD = Duration.ofMinutes(5);
  private static final String COMPARE =
      "tenure hire --plan compares them with the price of a hire; a card on file would do as well";

  List<Finding> findings() {
    try {
      var accounts = front.get("/v1/accounts").json().path("accounts");
      if (accounts.isEmpty()) {
        return List.of(
            Finding.red(
                "worker",
                "no worker has told of any account yet",
                "Start a worker (tenure up), and look at its log"));
      }
      var all = new ArrayList<Finding>();
      accounts.forEach(account -> all.addAll(of(account)));
      return List.copyOf(all);
    } catch (ProblemException e) {
      return List.of(refused(e));
    } catch (UnreachableException e) {
      return List.of(Finding.unknown("accounts", "the api tells, and it does not answer"));
    }
  }

  private static Finding refused(ProblemException e) {
    return switch (e.code()) {
      case "unauthorized" ->
          Finding.red("API key", e.words(), "Set TENURE_API_KEY to one of the front's keys");
      case "not_found" ->
          Finding.unknown("accounts", "this front is too old to tell of its accounts");
      default -> Finding.red("accounts", e.words(), null);
    };
  }

  private static List<Finding> of(JsonNode account) {
    var name = Words.text(account.path("id")) + " ";
    return List.of(
        worker(name + "worker", account.path("worker")),
        token(name + "token", account),
        claimed(name + "claimed", account),
        none(
            name + "scopes",
            account.path("missingScopes"),
            "the token has every scope that is needed",
            "Make a token that has them, and restart the worker with it"),
        none(
            name + "features",
            account.path("missingFeatures"),
            "every feature that is needed is on",
            "Ask the marketplace to switch them on for this account"),
        credits(name + "money", account.path("credits")),
        feed(name + "feed", account.path("feed"), OLD),
        sweep(name + "sweep", account.path("sweep")));
  }

  private static Finding worker(String name, JsonNode worker) {
    return worker.path("present").asBoolean()
        ? Finding.green(name, "serves the account")
        : Finding.red(
            name,
            "none serves the account; last seen " + Words.moment(worker.path("seenAt")),
            "Start it (tenure up), and look at its log");
  }

  private static Finding token(String name, JsonNode account) {
    var accepted = account.path("tokenAccepted");
    if (!accepted.isBoolean()) {
      return Finding.unknown(name, "the marketplace has not answered yet" + because(account));
    }
    return accepted.asBoolean()
        ? Finding.green(name, "accepted by " + Words.text(account.path("marketplace")))
        : Finding.red(
            name,
            "the marketplace refuses it" + because(account),
            "Set OT_API_TOKEN to a token that holds, and restart the worker");
  }

  private static Finding claimed(String name, JsonNode account) {
    var claimed = account.path("claimed");
    if (!claimed.isBoolean()) {
      return Finding.unknown(name, "nothing tells whether a person owns the account");
    }
    return claimed.asBoolean()
        ? Finding.green(name, "a person owns the account")
        : Finding.red(
            name,
            "nobody has claimed the account",
            "Let its owner open " + Words.text(account.path("claimUrl")));
  }

  private static Finding none(String name, JsonNode missing, String good, String remedy) {
    return missing.isEmpty()
        ? Finding.green(name, good)
        : Finding.red(name, "missing: " + list(missing), remedy);
  }

  private static Finding credits(String name, JsonNode credits) {
    if (!credits.isObject()) {
      return Finding.unknown(name, "the credits cannot be read", COMPARE);
    }
    var available = Words.money(credits.path("available"));
    return available.matches(".*[1-9].*") && !available.startsWith("-")
        ? Finding.green(name, available + " of credits are available; " + COMPARE)
        : Finding.unknown(name, "no credits, and nothing tells of a card on file", COMPARE);
  }

  /** The sweep rests for five minutes while no hire is open. */
  private static Finding sweep(String name, JsonNode sweep) {
    return Words.there(sweep.path("note"))
        ? Finding.red(name, sweep.path("note").asText(), "tenure hires --status cancelled")
        : feed(name, sweep, OLD.multipliedBy(2));
  }

  private static Finding feed(String name, JsonNode feed, Duration old) {
    if (Words.there(feed.path("lastError"))) {
      return Finding.red(
          name,
          "cannot be read: " + feed.path("lastError").asText(),
          "See the worker's log; what the marketplace says comes late until then");
    }
    if (!feed.path("ageSeconds").isNumber()) {
      return Finding.unknown(name, "has not been read yet");
    }
    var age = Duration.ofSeconds(feed.path("ageSeconds").asLong());
    return age.compareTo(old) <= 0
        ? Finding.green(name, "read " + Words.span(age) + " ago")
        : Finding.red(name, "last read " + Words.span(age) + " ago", "Is a worker up? See its log");
  }

  private static String because(JsonNode account) {
    return Words.there(account.path("trouble")) ? ": " + account.path("trouble").asText() : "";
  }

  private static String list(JsonNode names) {
    return StreamSupport.stream(names.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }
}
