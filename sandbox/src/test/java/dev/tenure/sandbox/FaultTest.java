package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultTest extends SandboxTest {
  @BeforeEach
  void lift() {
    market.control("DELETE", "/faults");
  }

  @Test
  void aDroppedAnswerWasCarriedOutAllTheSame() {
    order("{\"method\": \"POST\", \"path\": \"/proposals/*/hire\", \"kind\": \"drop_answer\"}");
    assertThatThrownBy(() -> hire()).isInstanceOf(IOException.class);
    assertThat(market.control("GET", "/audit").text("writes.0.outcome")).isEqualTo("created");
    assertThat(market.post("/proposals/prp_4/hire", Market.HIRE).status()).isEqualTo(202);
    assertThat(market.control("GET", "/audit").text("writes.1.outcome")).isEqualTo("repeated");
    assertThat(market.control("GET", "/faults").number("faults.0.hits")).isEqualTo(1);
  }

  @Test
  void aHeldAnswerComesWhenTheFaultIsLifted() {
    String id = order("{\"path\": \"/proposals/prp_4/hire\", \"kind\": \"hold_answer\"}");
    CompletableFuture<Reply> answer =
        CompletableFuture.supplyAsync(() -> market.post("/proposals/prp_4/hire", Market.HIRE));
    await(() -> market.control("GET", "/audit").size("writes") == 1);
    assertThat(answer).isNotDone();
    market.control("DELETE", "/faults/" + id);
    assertThat(answer.join().status()).isEqualTo(202);
  }

  @Test
  void aRefusedRequestWasNeverCarriedOut() {
    order("{\"path\": \"/proposals/*/hire\", \"kind\": \"refuse\"}");
    assertThatThrownBy(() -> hire()).isInstanceOf(IOException.class);
    assertThat(market.control("GET", "/audit").size("writes")).isZero();
  }

  @Test
  void aStatusIsAnsweredAsManyTimesAsOrderedWithoutExecuting() {
    order("{\"path\": \"/proposals/*/hire\", \"kind\": \"status\", \"status\": 502, \"times\": 2}");
    for (int i = 0; i < 2; i++) {
      assertThat(market.post("/proposals/prp_4/hire", Market.HIRE).status()).isEqualTo(502);
    }
    assertThat(market.control("GET", "/audit").size("writes")).isZero();
    assertThat(market.post("/proposals/prp_4/hire", Market.HIRE).status()).isEqualTo(202);
  }

  @Test
  void aStarStandsForOneSegmentOnly() {
    order("{\"path\": \"/contracts/*\", \"kind\": \"status\", \"times\": 9}");
    assertThat(market.get("/contracts/none").status()).isEqualTo(503);
    assertThat(market.get("/contracts").status()).isEqualTo(200);
    assertThat(market.post("/contracts/none/end").status()).isEqualTo(404);
  }

  @Test
  void anAnswerMayBeCutShortOrBeNoJsonAtAll() {
    String whole = market.get("/contracts").body();
    order("{\"path\": \"/contracts\", \"kind\": \"truncate\"}");
    assertThat(whole).startsWith(market.get("/contracts").body());
    order("{\"path\": \"/contracts\", \"kind\": \"not_json\"}");
    assertThat(market.get("/contracts").body()).startsWith("<html>");
    assertThat(market.get("/contracts").body()).isEqualTo(whole);
  }

  @Test
  void anAnswerMayHoldFieldsAndWordsThatNobodyKnows() {
    order("{\"path\": \"/proposals/prp_1\", \"kind\": \"extra_fields\"}");
    Reply extra = market.get("/proposals/prp_1");
    assertThat(extra.size("unheardOf")).isEqualTo(2);
    assertThat(extra.text("proposal.id")).isEqualTo("prp_1");
    order("{\"path\": \"/proposals/prp_4/hire\", \"kind\": \"unknown_status\"}");
    assertThat(market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.status"))
        .isEqualTo("SOMETHING_NEW");
  }

  @Test
  void aLimitSaysWhenToComeBackAndAnEdgeSpeaksNoEnvelope() {
    order("{\"path\": \"/contracts\", \"kind\": \"rate_limit\"}");
    Reply limited = market.get("/contracts");
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.text("code")).isEqualTo("RATE_LIMITED");
    order("{\"path\": \"/contracts\", \"kind\": \"bare_status\", \"status\": 502}");
    Reply bare = market.get("/contracts");
    assertThat(bare.status()).isEqualTo(502);
    order("{\"path\": \"/contracts\", \"kind\": \"status\", \"status\": 599}");
    assertThat(market.get("/contracts").status()).isEqualTo(599);
    assertThat(bare.body()).startsWith("<html>");
  }

  @Test
  void aWrongOrderIsNamed() {
    assertThat(market.control("POST", "/faults", "{\"path\": \"/x\"}").text("details.field"))
        .isEqualTo("kind");
    assertThat(
            market
                .control(
                    "POST",
                    "/faults",
                    "{\"method\": \"FROB\", \"path\": \"/x\", \"kind\": \"refuse\"}")
                .text("details.field"))
        .isEqualTo("method");
    assertThat(market.control("DELETE", "/faults/flt_none").status()).isEqualTo(404);
  }

  private Reply hire() throws IOException {
    return market.trySend("POST", Market.API + "/proposals/prp_4/hire", Market.HIRE, Map.of());
  }

  private String order(String body) {
    return market.control("POST", "/faults", body).text("fault.id");
  }
}
