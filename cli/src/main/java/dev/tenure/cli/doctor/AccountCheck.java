package dev.tenure.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.front.ProblemException;
import dev.tenure.cli.http.UnreachableException;
import dev.tenure.cli.terminal.Formats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks at each marketplace account as the front knows it. */
record AccountCheck(Supplier<FrontClient> front) {
  private static final Duration OLD = Duration.ofMinutes(5);
  private static final String COMPARE =
      "tenure hire --plan compares them with the price of a hire; a card on file would do as well";

  List<CheckResult> findings() {
    try {
      var accounts = front.get().get("/v1/accounts").json().path("items");
      if (accounts.isEmpty()) {
        return List.of(
            CheckResult.red(
                "worker",
                "no worker has told of any account yet",
                "Start a worker (tenure up), and look at its log"));
      }
      var all = new ArrayList<CheckResult>();
      accounts.forEach(account -> all.addAll(of(account)));
      return List.copyOf(all);
    } catch (ProblemException e) {
      return List.of(refused(e));
    } catch (UnreachableException e) {
      return List.of(CheckResult.unknown("accounts", "the api tells, and it does not answer"));
    }
  }

  private static CheckResult refused(ProblemException e) {
    return switch (e.code()) {
      case "unauthorized" ->
          CheckResult.red("API key", e.words(), "Set TENURE_API_KEY to one of the front's keys");
      case "not_found" ->
          CheckResult.unknown("accounts", "this front is too old to tell of its accounts");
      default -> CheckResult.red("accounts", e.words(), null);
    };
  }

  private static List<CheckResult> of(JsonNode account) {
    var name = Formats.text(account.path("id")) + " ";
    if (account.path("agent").isObject()) {
      return agent(name, account);
    }
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

  /** An address that pays by signature: no token, no scopes, no feed. */
  private static List<CheckResult> agent(String name, JsonNode account) {
    var agent = account.path("agent");
    return List.of(
        worker(name + "worker", account.path("worker")),
        address(name + "address", account, agent),
        key(name + "API key", agent),
        balance(name + "balance", account, agent),
        limits(name + "limits", agent));
  }

  private static CheckResult address(String name, JsonNode account, JsonNode agent) {
    var words =
        Formats.text(agent.path("address")) + " on " + Formats.list(agent.path("networks"), ", ");
    var accepted = account.path("tokenAccepted");
    if (!accepted.isBoolean()) {
      return CheckResult.unknown(
          name, words + "; the marketplace has not answered yet" + because(account));
    }
    return accepted.asBoolean()
        ? CheckResult.green(
            name, words + ", accepted by " + Formats.text(account.path("marketplaceUrl")))
        : CheckResult.red(
            name,
            words + " is refused" + because(account),
            "Is the clock of this machine right? Look at OC_ADDRESS and its key, and at the"
                + " worker's log");
  }

  private static CheckResult key(String name, JsonNode agent) {
    var age = agent.path("keyAgeSeconds");
    return age.isNumber()
        ? CheckResult.green(
            name, "issued " + Formats.span(Duration.ofSeconds(age.asLong())) + " ago")
        : CheckResult.unknown(name, "none has been issued to the worker yet");
  }

  /** Only a node of the chain tells it. */
  private static CheckResult balance(String name, JsonNode account, JsonNode agent) {
    var balance = agent.path("balance");
    if (!balance.isObject()) {
      return CheckResult.unknown(
          name, "not read" + because(account), "Set OC_RPC_URL to a node of the chain");
    }
    var words = Formats.money(balance) + " are there";
    return words.matches(".*[1-9].*")
        ? CheckResult.green(name, words)
        : CheckResult.red(name, words, "Send USDC to the address: nothing can be paid without it");
  }

  /** What is left of the day cannot be told while the journal is away. */
  private static CheckResult limits(String name, JsonNode agent) {
    var limits =
        "%s a payment, %s in 24 hours"
            .formatted(
                Formats.money(agent.path("perPayment")), Formats.money(agent.path("perDay")));
    return agent.path("signed").isObject()
        ? CheckResult.green(
            name, limits + ", of which " + Formats.money(agent.path("signed")) + " are signed for")
        : CheckResult.unknown(name, limits + "; what was signed for is not known");
  }

  private static CheckResult worker(String name, JsonNode worker) {
    return worker.path("present").asBoolean()
        ? CheckResult.green(name, "serves the account")
        : CheckResult.red(
            name,
            "none serves the account; last seen " + Formats.moment(worker.path("seenAt")),
            "Start it (tenure up), and look at its log");
  }

  private static CheckResult token(String name, JsonNode account) {
    var accepted = account.path("tokenAccepted");
    if (!accepted.isBoolean()) {
      return CheckResult.unknown(name, "the marketplace has not answered yet" + because(account));
    }
    return accepted.asBoolean()
        ? CheckResult.green(name, "accepted by " + Formats.text(account.path("marketplaceUrl")))
        : CheckResult.red(
            name,
            "the marketplace refuses it" + because(account),
            "Set OT_API_TOKEN to a token that holds, and restart the worker");
  }

  private static CheckResult claimed(String name, JsonNode account) {
    var claimed = account.path("claimed");
    if (!claimed.isBoolean()) {
      return CheckResult.unknown(name, "nothing tells whether a person owns the account");
    }
    return claimed.asBoolean()
        ? CheckResult.green(name, "a person owns the account")
        : CheckResult.red(
            name,
            "nobody has claimed the account",
            "Let its owner open " + Formats.text(account.path("claimUrl")));
  }

  private static CheckResult none(String name, JsonNode missing, String good, String remedy) {
    if (!missing.isArray()) {
      return CheckResult.unknown(name, "the marketplace has not told yet");
    }
    return missing.isEmpty()
        ? CheckResult.green(name, good)
        : CheckResult.red(name, "missing: " + Formats.list(missing, ", "), remedy);
  }

  private static CheckResult credits(String name, JsonNode credits) {
    if (!credits.isObject()) {
      return CheckResult.unknown(name, "the credits cannot be read", COMPARE);
    }
    var available = Formats.money(credits.path("available"));
    return available.matches(".*[1-9].*") && !available.startsWith("-")
        ? CheckResult.green(name, available + " of credits are available; " + COMPARE)
        : CheckResult.unknown(name, "no credits, and nothing tells of a card on file", COMPARE);
  }

  /** The sweep rests for five minutes while no hire is open. */
  private static CheckResult sweep(String name, JsonNode sweep) {
    return Formats.there(sweep.path("note"))
        ? CheckResult.red(name, sweep.path("note").asText(), "tenure hires --status cancelled")
        : feed(name, sweep, OLD.multipliedBy(2));
  }

  private static CheckResult feed(String name, JsonNode feed, Duration old) {
    if (Formats.there(feed.path("lastError"))) {
      return CheckResult.red(
          name,
          "cannot be read: " + feed.path("lastError").asText(),
          "See the worker's log; what the marketplace says comes late until then");
    }
    if (!feed.path("ageSeconds").isNumber()) {
      return CheckResult.unknown(name, "has not been read yet");
    }
    var age = Duration.ofSeconds(feed.path("ageSeconds").asLong());
    return age.compareTo(old) <= 0
        ? CheckResult.green(name, "read " + Formats.span(age) + " ago")
        : CheckResult.red(
            name, "last read " + Formats.span(age) + " ago", "Is a worker up? See its log");
  }

  private static String because(JsonNode account) {
    return Formats.after(": ", account.path("trouble"));
  }
}
