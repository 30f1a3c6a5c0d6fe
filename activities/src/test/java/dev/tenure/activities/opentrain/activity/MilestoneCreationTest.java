package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.http.NoAnswerException;
import dev.tenure.activities.marketplace.Transport;
import dev.tenure.activities.opentrain.client.Clients;
import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import java.net.ConnectException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Creations that are answered. */
class MilestoneCreationTest extends Creations {

  @Test
  void aMilestoneIsCreatedOnceAndCarriesItsTag() {
    marketplace.on("POST", "/contracts/c/milestones", created());
    assertThat(create()).isInstanceOf(CreateAnswer.Created.class);
    assertThat(posts()).isEqualTo(1);
    assertThat(marketplace.asked("POST").getFirst().body())
        .contains("\"description\":\"Night frames\\n[tenure:hir_x/m2]\"")
        .contains("\"amountUsd\":250}");
  }

  @Test
  void aMilestoneThatIsThereAlreadyIsFoundAndNotCreatedAgain() {
    marketplace.on("GET", "/contracts/c", Reply.json(200, MADE));
    assertThat(create())
        .isInstanceOfSatisfying(
            CreateAnswer.Created.class,
            answer -> assertThat(answer.milestone().id()).isEqualTo("ms_1"));
    assertThat(posts()).isZero();
  }

  @Test
  void anEndedContractTakesNoMore() {
    marketplace.on("GET", "/contracts/c", Reply.json(200, contract("ended", "")));
    assertThat(create()).isEqualTo(new CreateAnswer.ContractEnded());
    assertThat(posts()).isZero();
  }

  @Test
  void aContractThatEndsMeanwhileTakesNoMore() {
    marketplace.on(
        "POST",
        "/contracts/c/milestones",
        Reply.error(409, "CONFLICT", "{\"reason\":\"contract_ended\"}"));
    assertThat(create()).isEqualTo(new CreateAnswer.ContractEnded());
  }

  @Test
  void aRefusedConnectionIsTriedAgainSinceNothingWasSent() {
    marketplace.on("POST", "/contracts/c/milestones", created());
    Transport real = Clients.transport(marketplace);
    AtomicInteger refused = new AtomicInteger();
    Transport flaky =
        call ->
            call.method().equals("POST") && refused.getAndIncrement() < 2
                ? refuse()
                : real.send(call);
    assertThat(create(Clients.of(marketplace, flaky))).isInstanceOf(CreateAnswer.Created.class);
    assertThat(refused).hasValue(3);
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void oneCallTooManyIsTriedAgainSinceNothingWasDone() {
    marketplace.on(
        "POST", "/contracts/c/milestones", Reply.json(429, "").with("Retry-After", "1"), created());
    assertThat(create()).isInstanceOf(CreateAnswer.Created.class);
    assertThat(posts()).isEqualTo(2);
  }

  @Test
  void aRefusalEndsTheCallWhoseHireDoesNotKnowOfItYet() {
    marketplace.on(
        "POST",
        "/contracts/c/milestones",
        Reply.error(403, "FORBIDDEN", "{\"reason\":\"account_claim_required\"}"),
        created());
    assertThat(failure().getType()).isEqualTo("account_claim_required");
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void anOutageOfTheProbeIsTriedAgainSinceNothingWasSent() {
    marketplace.on("GET", "/contracts/c", Reply.cut(), Reply.json(503, ""), Reply.json(200, EMPTY));
    marketplace.on("POST", "/contracts/c/milestones", created());
    assertThat(create()).isInstanceOf(CreateAnswer.Created.class);
    assertThat(posts()).isEqualTo(1);
  }

  private static HttpAnswer refuse() throws NoAnswerException {
    throw new NoAnswerException("refused", new ConnectException(), false);
  }
}
