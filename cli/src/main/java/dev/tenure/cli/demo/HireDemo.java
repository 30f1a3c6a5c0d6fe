package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.FrontAddress;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.front.PagedList;
import dev.tenure.cli.http.JsonClient;
import dev.tenure.cli.http.ProxyVariables;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import dev.tenure.cli.stack.Marketplace;
import dev.tenure.cli.terminal.Console;
import dev.tenure.cli.terminal.Printable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One whole hire on a marketplace of the sandbox, told event by event, and its money as both sides
 * show it.
 */
abstract class HireDemo {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Set<String> CLOSED = Set.of("ended", "declined", "expired", "cancelled");
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  final FrontClient front;
  final Console console;
  private final PortPlan ports;
  private final JsonClient sandbox;
  private long position;

  HireDemo(PortPlan ports, Environment env, Console console) {
    this.front = new FrontClient(FrontAddress.ofStack(env, ports), ProxyVariables.none());
    this.console = console;
    this.ports = ports;
    this.sandbox =
        new JsonClient(
            ports.url(Port.SANDBOX),
            Optional.of(Marketplace.SANDBOX_TOKEN),
            ProxyVariables.none(),
            "See the sandbox's log");
  }

  /** Settings of the sandbox while the demo runs, by their paths. */
  abstract Map<String, JsonNode> settings();

  /** Prepares the marketplace, says what is asked for, and returns it. */
  abstract JsonNode request();

  /** Whatever people have to do at the front; called again and again until the hire is closed. */
  void decide(String hire) {}

  /** The money of the ended hire. */
  abstract MoneyTable compare(JsonNode hire);

  /** The marketplace's pages in the sandbox, as a path. */
  abstract String pages();

  /**
   * Carries it out.
   *
   * @throws Refused unless the hire ended and the money is the same on both sides
   */
  final void run() {
    var before = new LinkedHashMap<String, JsonNode>();
    settings().keySet().forEach(path -> before.put(path, read(path)));
    settings().forEach(this::write);
    try {
      var hire = carryOut(request());
      var table = compare(hire);
      console.say("");
      console.say("The money");
      table.print(console);
      sayWhereToLook(hire);
      if (!table.agrees()) {
        throw new Refused("The hire ended, but the money differs; see the table");
      }
    } finally {
      restore(before);
    }
  }

  /** What is read from the sandbox, its own controls or the marketplace's API. */
  final JsonNode read(String path) {
    return call("GET", path, null);
  }

  final void write(String path, JsonNode document) {
    call("PUT", path, document);
  }

  final JsonNode call(String method, String path, @Nullable JsonNode body) {
    var bytes = body == null ? null : FrontClient.bytes(body);
    var answer = sandbox.send(method, path, bytes, Map.of());
    if (answer.status() / 100 != 2 || answer.json().isMissingNode()) {
      throw new Refused(
          "%s %s%s answered %d: %s"
              .formatted(method, sandbox.origin(), path, answer.status(), answer.body()));
    }
    return answer.json();
  }

  private JsonNode carryOut(JsonNode request) {
    var id = front.post("/v1/hires", FrontClient.bytes(request), Map.of()).json().path("id");
    var ended = await(id.asText());
    if (!ended.path("status").asText().equals("ended")) {
      throw new Refused("The hire did not come to its end: it is " + ended.path("status").asText());
    }
    return ended;
  }

  private JsonNode await(String id) {
    var quietSince = System.nanoTime();
    while (true) {
      if (tellNewEvents(id)) {
        quietSince = System.nanoTime();
      }
      var hire = front.get("/v1/hires/" + id).json();
      if (CLOSED.contains(hire.path("status").asText())) {
        tellNewEvents(id);
        return hire;
      }
      decide(id);
      if (System.nanoTime() - quietSince > PATIENCE.toNanos()) {
        throw stuck(hire);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /** Returns whether there were any. */
  private boolean tellNewEvents(String hire) {
    var events =
        PagedList.ofEvents(front, new Query().with("hire", hire))
            .read(Optional.of(Long.toString(position)), Integer.MAX_VALUE)
            .items();
    for (var event : events) {
      console.say(
          "  %s  %s"
              .formatted(
                  CLOCK.format(Instant.parse(event.path("at").asText())),
                  Printable.text(event.path("summary").asText())));
      position = event.path("position").asLong();
    }
    return !events.isEmpty();
  }

  private static Refused stuck(JsonNode hire) {
    return new Refused(
        "Nothing has happened for %d s; the hire is %s, waits for %s, incidents %s"
            .formatted(
                PATIENCE.toSeconds(),
                hire.path("status").asText(),
                hire.path("waitingFor"),
                hire.path("incidents")));
  }

  private void sayWhereToLook(JsonNode hire) {
    var id = hire.path("id").asText();
    console.say("");
    console.say("Look around; the stack stays up until: tenure down");
    console.say("  its page         " + ports.url(Port.API) + "/hires/" + id);
    console.say("  this hire        " + ports.url(Port.API) + "/v1/hires/" + id);
    console.say("  approvals        " + ports.url(Port.API) + "/v1/approvals");
    console.say("  sandbox pages    " + ports.url(Port.SANDBOX) + pages());
    console.say(
        "  Temporal Web UI  "
            + hire.path("links").path("temporalUi").asText(ports.url(Port.TEMPORAL_UI)));
  }

  /** In words only: what went wrong before it matters more. */
  private void restore(Map<String, JsonNode> before) {
    try {
      before.forEach(this::write);
    } catch (Refused e) {
      console.say("The sandbox's people stay as the demo set them: " + e.getMessage());
    }
  }
}
