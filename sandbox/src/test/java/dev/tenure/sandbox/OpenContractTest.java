package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** A sandbox in which agents have keys, and no limit of rate gets in the way. */
@SuppressWarnings("NullAway.Init")
abstract class OpenContractTest extends SandboxTest {
  static final Duration REVIEWERS = Duration.ofMinutes(10);

  protected Agent client;
  protected Agent worker;
  protected Agent stranger;

  @BeforeEach
  void register() {
    market.control("POST", "/opencontract/reset");
    settings("{\"requestsPerMinute\": 0}");
    client = agent(1);
    worker = agent(2);
    stranger = agent(3);
  }

  Agent agent(long number) {
    return Agent.registered(sandbox.url(), clock, number);
  }

  void settings(String json) {
    Reply reply = market.control("PUT", "/opencontract/settings", json);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
  }

  Draft direct() {
    return Draft.direct(clock.instant(), worker.address());
  }

  Draft open() {
    return Draft.open(clock.instant());
  }

  /** Creates it, and answers with its id. */
  String created(Draft draft) {
    return ok(client.paid("/contracts", draft.json())).text("data.id");
  }

  String matched(Draft draft) {
    String id = created(draft);
    ok(worker.paid("/contracts/" + id + "/accept", "{\"accept\": true}"));
    return id;
  }

  String delivered(Draft draft) {
    String id = matched(draft);
    ok(worker.post("/contracts/" + id + "/delivery", "{\"delivery\": \"ipfs://work\"}"));
    return id;
  }

  String disputed(Draft draft) {
    String id = delivered(draft);
    ok(client.paid("/contracts/" + id + "/dispute", ""));
    return id;
  }

  Reply read(String id) {
    return client.get("/contracts/" + id);
  }

  String status(String id) {
    return read(id).text("data.status");
  }

  Reply vote(Agent agent, String id, String... words) {
    return agent.paid("/contracts/" + id + "/votes", ballot(words));
  }

  static String ballot(String... words) {
    List<String> votes =
        IntStream.range(0, words.length)
            .mapToObj(
                index ->
                    "{\"criterionIndex\": %d, \"vote\": \"%s\"}".formatted(index, words[index]))
            .toList();
    return "{\"votes\": [" + String.join(", ", votes) + "]}";
  }

  long balance(String address) {
    return market.control("GET", "/opencontract/agents/" + address).number("balanceUnits");
  }

  static Reply ok(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply;
  }

  static void refused(Reply reply, int status, String code) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.text("error.code")).isEqualTo(code);
    assertThat(reply.text("error.message")).isNotBlank();
  }
}
