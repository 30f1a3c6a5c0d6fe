package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import dev.tenure.cli.terminal.Console;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** One hire from its request to its end, told event by event. */
final class HireRun {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Set<String> CLOSED = Set.of("ended", "declined", "expired", "cancelled");

  private final FrontClient front;
  private final PortPlan ports;
  private final Console console;

  HireRun(FrontClient front, PortPlan ports, Console console) {
    this.front = front;
    this.ports = ports;
    this.console = console;
  }

  /**
   * Begins a hire and follows it until it is closed.
   *
   * @param onLook is given the hire again and again until then
   * @throws Refused where it ends otherwise than by the end of its contract, or nothing happens
   */
  JsonNode carryOut(JsonNode request, Consumer<JsonNode> onLook) {
    var begun = front.post("/v1/hires", FrontClient.bytes(request), Map.of()).json();
    var id = begun.path("id").asText();
    var ended = await(id, new EventFeed(front, id, console), onLook);
    if (!ended.path("status").asText().equals("ended")) {
      throw new Refused("The hire did not come to its end: it is " + ended.path("status").asText());
    }
    return ended;
  }

  private JsonNode await(String id, EventFeed feed, Consumer<JsonNode> onLook) {
    var quietSince = System.nanoTime();
    while (true) {
      if (feed.tell() > 0) {
        quietSince = System.nanoTime();
      }
      var hire = front.get("/v1/hires/" + id).json();
      if (CLOSED.contains(hire.path("status").asText())) {
        feed.tell();
        return hire;
      }
      onLook.accept(hire);
      if (System.nanoTime() - quietSince > PATIENCE.toNanos()) {
        throw stuck(hire);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
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

  /** Says where the hire can be looked at. */
  void sayWhereToLook(JsonNode hire, String sandboxPath) {
    var id = hire.path("id").asText();
    console.say("");
    console.say("Look around; the stack stays up until: tenure down");
    console.say("  its page         " + ports.url(Port.API) + "/hires/" + id);
    console.say("  this hire        " + ports.url(Port.API) + "/v1/hires/" + id);
    console.say("  approvals        " + ports.url(Port.API) + "/v1/approvals");
    console.say("  sandbox pages    " + ports.url(Port.SANDBOX) + sandboxPath);
    console.say(
        "  Temporal Web UI  "
            + hire.path("links").path("temporalUi").asText(ports.url(Port.TEMPORAL_UI)));
  }
}
