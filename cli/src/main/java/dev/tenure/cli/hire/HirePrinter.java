package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.option.HiringMarketplace;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One hire in words. */
public record HirePrinter(Screen screen) {

  /** The statuses of a Working Contract in which silence still pays at the review deadline. */
  private static final List<String> UNJUDGED = List.of("created", "matched", "under-review");

  /** Terms that people edit on the marketplace's page, which OpenContract has not. */
  private static final String ONLY_OPENTRAIN = "onEditedTerms=";

  /** Where it stands, and what can be done. */
  public void print(JsonNode hire) {
    print(hire, false);
  }

  /** The same with everything that was agreed on: descriptions, due dates and policies. */
  void printWhole(JsonNode hire) {
    print(hire, true);
  }

  private void print(JsonNode hire, boolean whole) {
    headline(hire);
    waits(hire);
    incidents(hire.path("incidents"));
    milestones(hire.path("milestones"), whole);
    money(hire.path("money"));
    usage(hire.path("budgetUsage"));
    if (whole) {
      award(hire.path("openContract"));
      policies(hire);
    }
    screen.blank();
    ActionPrinter.print(screen, hire.path("id").asText(), hire.path("allowedActions"));
  }

  void headline(JsonNode hire) {
    var style = screen.style();
    screen.line(
        style.strong(title(hire))
            + "  "
            + style.state(Formats.text(hire.path("status")))
            + (hire.path("paused").asBoolean() ? "  " + style.warn("paused") : ""));
    screen.line(
        "  hire %s%s, account %s%s"
            .formatted(
                Formats.text(hire.path("id")),
                Formats.after(", proposal ", hire.path("proposalId")),
                Formats.text(hire.path("account")),
                Formats.after(", contract ", hire.path("contractId"))));
    var labels = settings("", hire.path("labels"));
    if (!labels.isEmpty()) {
      screen.line("  labels " + String.join(", ", labels));
    }
  }

  /** What people recognise a hire by. */
  public static String title(JsonNode hire) {
    var reference = Formats.text(hire.path("externalRef"));
    return reference.equals("-") ? Formats.text(hire.path("proposalId")) : reference;
  }

  private void waits(JsonNode hire) {
    for (var waiting : hire.path("waitingFor")) {
      var about = Formats.after(" of ", waiting.path("milestone"));
      var until =
          Formats.there(waiting.path("deadline"))
              ? ", "
                  + Formats.distance(waiting.path("deadline"))
                  + " ("
                  + Formats.moment(waiting.path("deadline"))
                  + ")"
              : "";
      screen.line("  waits for " + Formats.plain(waiting.path("kind")) + about + until);
      screen.lineOf("    ", waiting.path("url"));
      warning(hire, waiting)
          .ifPresent(warning -> screen.line("    " + screen.style().warn(warning)));
    }
  }

  /**
   * What waits tells no kind of approval: before there is a contract it is that of the hire itself,
   * and then what it is about says it. On OpenContract the engine withdraws what is not wanted any
   * more.
   */
  private static Optional<String> warning(JsonNode hire, JsonNode waiting) {
    if (!waiting.path("kind").asText().equals("approval")
        || HiringMarketplace.ofHire(hire) == HiringMarketplace.OPENCONTRACT) {
      return Optional.empty();
    }
    var status = hire.path("status").asText();
    if (!Formats.there(hire.path("contractId"))) {
      return UnwantedApproval.warning(status, "proposal_hire");
    }
    for (var milestone : hire.path("milestones")) {
      if (milestone.path("key").equals(waiting.path("milestone"))
          && milestone.path("state").asText().equals("awaiting_funding")) {
        return UnwantedApproval.warning(status, "milestone_fund");
      }
    }
    return Optional.empty();
  }

  private void incidents(JsonNode incidents) {
    for (var incident : incidents) {
      screen.line(
          screen.style().bad("  incident " + Formats.text(incident.path("id")))
              + "  "
              + Formats.plain(incident.path("cause"))
              + ": "
              + Formats.text(incident.path("detail")));
      screen.lineOf("    fix it at ", incident.path("fixUrl"));
    }
  }

  private void milestones(JsonNode milestones, boolean whole) {
    screen.blank();
    screen.table(
        new Table<JsonNode>()
            .left("MILESTONE", milestone -> Formats.text(milestone.path("key")))
            .left("STATE", milestone -> Formats.text(milestone.path("state")))
            .right("AMOUNT", milestone -> Formats.money(milestone.path("amount")))
            .left("FUNDED", milestone -> funded(milestone.path("fund")))
            .words("NAME", milestone -> Formats.text(milestone.path("name"))),
        milestones);
    for (var milestone : milestones) {
      var key = "  " + milestone.path("key").asText() + ": ";
      if (whole) {
        details(key, milestone);
      }
      contract(key, milestone.path("openContract").path("workingContract"));
      screen.lineOf(key, milestone.path("note"));
    }
  }

  /** The Working Contract of a milestone on OpenContract. */
  private void contract(String key, JsonNode contract) {
    if (!Formats.there(contract)) {
      return;
    }
    var words = new ArrayList<String>();
    words.add("Working Contract " + Formats.text(contract.path("id")));
    var status = Formats.text(contract.path("status"));
    words.add(status);
    words.add(
        Formats.there(contract.path("worker"))
            ? "Worker " + contract.path("worker").asText()
            : status.equals("created") ? "no Worker yet" : "no Worker");
    if (UNJUDGED.contains(status)) {
      words.add("review until " + Formats.moment(contract.path("deadlines").path("review")));
    }
    for (var criterion : contract.path("criteria")) {
      if (Formats.there(criterion.path("outcome"))) {
        words.add(criterion.path("text").asText() + ": " + criterion.path("outcome").asText());
      }
    }
    var settled = contract.path("settlement");
    if (Formats.there(settled)) {
      words.add(
          "to the Worker %s, to us %s, to the Treasury %s"
              .formatted(
                  Formats.money(settled.path("toWorker")),
                  Formats.money(settled.path("toClient")),
                  Formats.money(settled.path("toTreasury"))));
    }
    screen.line(key + String.join("; ", words));
  }

  private void details(String key, JsonNode milestone) {
    var description = Formats.or(milestone.path("description"), "");
    var details =
        Stream.of(
                description.equals(Formats.or(milestone.path("name"), "")) ? "" : description,
                Formats.after("due ", milestone.path("dueDate")),
                Formats.after("released ", milestone.path("release")).replace('_', ' '),
                Formats.after("volume ", milestone.path("volume")),
                milestone.path("foreign").asBoolean() ? "made by somebody else, never touched" : "")
            .filter(one -> !one.isEmpty())
            .collect(Collectors.joining("; "));
    var terms = WorkingContractTerms.lines(milestone.path("openContract"));
    if (!details.isEmpty() || !terms.isEmpty()) {
      Formats.lines(key, details).forEach(screen::line);
      terms.forEach(line -> screen.line("      " + line));
    }
  }

  /** To whom the contracts on OpenContract are awarded, and what else holds there alone. */
  private void award(JsonNode openContract) {
    if (!Formats.there(openContract)) {
      return;
    }
    var worker = openContract.path("worker");
    var next = Formats.list(openContract.path("nextWorkers"), ", ");
    screen.line(
        (Formats.there(worker)
                ? "awarded to the Worker " + worker.asText()
                : "awarded by open tender, to whoever accepts first")
            + (next.isEmpty() ? "" : ", after that " + next));
    screen.line(
        "on OpenContract onSilence=%s, onWorkerLost=%s, approvalWindow=%s, reviewMargin=%s"
            .formatted(
                Formats.text(openContract.path("onSilence")),
                Formats.text(openContract.path("onWorkerLost")),
                Formats.length(openContract.path("approvalWindow")),
                Formats.length(openContract.path("reviewMargin"))));
  }

  /** As {@code tenure change --policy} takes them, but for those of the other marketplace. */
  private void policies(JsonNode hire) {
    var settings = new ArrayList<>(settings("", hire.path("policies")));
    if (HiringMarketplace.ofHire(hire) == HiringMarketplace.OPENCONTRACT) {
      settings.removeIf(setting -> setting.startsWith(ONLY_OPENTRAIN));
    }
    if (!settings.isEmpty()) {
      screen.line("policies " + String.join(", ", settings));
    }
  }

  private static List<String> settings(String prefix, JsonNode object) {
    var settings = new ArrayList<String>();
    for (var one : object.properties()) {
      var name = prefix + one.getKey();
      if (one.getValue().isObject()) {
        settings.addAll(settings(name + ".", one.getValue()));
      } else if (Formats.there(one.getValue())) {
        settings.add(name + "=" + one.getValue().asText());
      }
    }
    return settings;
  }

  private static String funded(JsonNode fund) {
    return Formats.there(fund.path("after"))
        ? "after " + fund.path("after").asText()
        : Formats.plain(fund.path("when"));
  }

  private void money(JsonNode money) {
    screen.blank();
    screen.line(
        "paid %s, committed %s, fees %s, at most %s, cap %s"
            .formatted(
                Formats.money(money.path("paid")),
                Formats.money(money.path("committed")),
                fees(money.path("fees")),
                Formats.money(money.path("worstCase")),
                Formats.there(money.path("cap")) ? Formats.money(money.path("cap")) : "none"));
  }

  private void usage(JsonNode usage) {
    if (Formats.there(usage)) {
      screen.line(
          "funded work: %s of %s used, %s left, %s"
              .formatted(
                  Formats.text(usage.path("consumed")),
                  Formats.text(usage.path("funded")),
                  Formats.text(usage.path("remaining")),
                  Formats.text(usage.path("state"))));
    }
  }

  private static String fees(JsonNode fees) {
    return Formats.there(fees.path("booked"))
        ? Formats.money(fees.path("booked")) + " booked"
        : Formats.money(fees.path("estimated")) + " estimated";
  }
}
