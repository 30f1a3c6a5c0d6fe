package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.json.tree.JsonNode;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a client of OpenContract has to live with. */
class OpenContractFaultTest extends OpenContractTest {

  @AfterEach
  void lift() {
    market.control("DELETE", "/faults");
  }

  @Test
  void anAnswerThatIsLostAfterSettlementHasMovedTheMoneyOnce() {
    String body = direct().with("title", "token 4711").json();
    JsonNode quote = Agent.quote(client.post("/contracts", body));
    Map<String, String> payment = client.payment(quote);
    long before = balance(client.address());
    fault(
        "{\"kind\": \"drop_answer\", \"method\": \"POST\", \"path\": \"/opencontract/v1/contracts\"}");
    assertThatThrownBy(() -> client.post("/contracts", body, payment))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(before - balance(client.address())).isEqualTo(100_000_000);
    refused(client.post("/contracts", body, payment), 409, "duplicate_contract");
    Reply list = ok(client.get("/contracts?client=" + client.address()));
    assertThat(list.text("data.0.title")).isEqualTo("token 4711");
    assertThat(before - balance(client.address())).isEqualTo(100_000_000);
  }

  @Test
  void anAcceptWhoseAnswerIsLostIsAConflictTheSecondTime() {
    String id = created(direct());
    String path = "/contracts/" + id + "/accept";
    Map<String, String> payment =
        worker.payment(Agent.quote(worker.post(path, "{\"accept\": true}")));
    fault("{\"kind\": \"drop_answer\", \"path\": \"/opencontract/v1/contracts/*/accept\"}");
    assertThatThrownBy(() -> worker.post(path, "{\"accept\": true}", payment))
        .isInstanceOf(UncheckedIOException.class);
    refused(worker.post(path, "{\"accept\": true}", payment), 409, "conflict");
    assertThat(status(id)).isEqualTo("matched");
  }

  @Test
  void aFaultSpeaksInTheEnvelopeOfTheMarketplaceThatItStrikes() {
    fault("{\"kind\": \"status\", \"path\": \"/opencontract/v1/protocol\"}");
    refused(client.get("/protocol"), 503, "internal_error");
    fault("{\"kind\": \"rate_limit\", \"path\": \"/opencontract/v1/protocol\", \"delayMs\": 7000}");
    Reply limited = client.get("/protocol");
    refused(limited, 429, "rate_limited");
    assertThat(limited.header("Retry-After")).isEqualTo("7");
    ok(client.get("/protocol"));
  }

  @Test
  void aFaultOfOneMarketplaceLeavesTheOtherAlone() {
    String id = created(direct());
    fault("{\"kind\": \"status\", \"path\": \"/contracts/*\", \"times\": 5}");
    ok(client.get("/contracts/" + id));
  }

  @Test
  void aPageOfContractsComesAgainAndAgain() {
    created(direct());
    created(open());
    fault("{\"kind\": \"repeat_page\", \"path\": \"/opencontract/v1/contracts\", \"times\": 3}");
    Reply first = ok(client.get("/contracts?limit=1"));
    String cursor = first.text("meta.nextCursor");
    Reply second = ok(client.get("/contracts?limit=1&cursor=" + cursor));
    assertThat(second.text("meta.nextCursor")).isEqualTo(cursor);
    Reply only = ok(client.get("/contracts"));
    assertThat(ok(client.get("/contracts?cursor=" + only.text("meta.nextCursor"))).size("data"))
        .isZero();
  }

  private void fault(String order) {
    Reply reply = market.control("POST", "/faults", order);
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
  }
}
