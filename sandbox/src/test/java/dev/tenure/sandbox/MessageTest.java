package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTest extends SandboxTest {
  @Test
  void theThreadOfAProposalIsOpenedOnce() {
    Reply first = market.post("/proposals/prp_4/conversation");
    Reply second = market.post("/proposals/prp_4/conversation");
    assertThat(first.text("created")).isEqualTo("true");
    assertThat(second.text("created")).isEqualTo("false");
    assertThat(second.text("conversationId")).isEqualTo(first.text("conversationId"));
  }

  @Test
  void aContractComesWithItsOwnThread() {
    String contractId = market.hired("prp_4");
    String thread = market.get("/contracts/" + contractId).text("contract.jobDmConversationId");
    Reply sent = send(thread, "Welcome!");
    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.text("message.isFromViewer")).isEqualTo("true");
    Reply list = market.get("/messages?filter=job");
    assertThat(list.text("conversations.0.id")).isEqualTo(thread);
    assertThat(list.text("conversations.0.bucket")).isEqualTo("job");
    assertThat(list.text("conversations.0.lastMessage.content")).isEqualTo("Welcome!");
  }

  @Test
  void whatTheTrainerWritesRingsAndIsUnreadUntilAnswered() {
    String thread = market.post("/proposals/prp_4/conversation").text("conversationId");
    String cursor = market.get("/updates?limit=200").text("nextCursor");
    send(thread, "Hello");
    market.control("POST", "/conversations/" + thread + "/messages", "{\"content\": \"Hi!\"}");
    Reply events = market.get("/updates?cursor=" + cursor);
    assertThat(events.size("events")).isEqualTo(1);
    assertThat(events.text("events.0.type")).isEqualTo("message.received");
    assertThat(events.text("events.0.data.conversationId")).isEqualTo(thread);
    assertThat(market.get("/messages?unreadOnly=1").number("conversations.0.unreadCount"))
        .isEqualTo(1);
    send(thread, "When can you start?");
    assertThat(market.get("/messages?unreadOnly=true").size("conversations")).isZero();
  }

  @Test
  void aThreadIsPagedInBothDirections() {
    String thread = market.post("/proposals/prp_4/conversation").text("conversationId");
    for (int i = 1; i <= 5; i++) {
      send(thread, "number " + i);
    }
    String path = "/messages?limit=2&conversationId=" + thread;
    Reply newest = market.get(path);
    assertThat(newest.text("messages.0.content")).isEqualTo("number 5");
    Reply older = market.get(path + "&cursor=" + newest.text("nextCursor"));
    assertThat(older.text("messages.0.content")).isEqualTo("number 3");
    Reply newer = market.get(path + "&direction=newer&cursor=" + older.text("messages.1.id"));
    assertThat(newer.text("messages.0.content")).isEqualTo("number 3");
  }

  @Test
  void noUnreadThreadIsLostWhenOneIsAnsweredBetweenTwoPages() {
    for (int i = 1; i <= 3; i++) {
      String thread = thread(i);
      market.control("POST", "/conversations/" + thread + "/messages", "{\"content\": \"Hi!\"}");
      clock.pass(java.time.Duration.ofSeconds(1));
    }
    Reply first = market.get("/messages?unreadOnly=1&limit=2");
    send(first.text("conversations.1.id"), "Thank you.");
    Reply second = market.get("/messages?unreadOnly=1&limit=2&cursor=" + first.text("nextCursor"));
    assertThat(second.body()).contains("\"" + thread(1) + "\"");
  }

  @Test
  void aWrongParameterIsNamedInAListOfIssues() {
    for (String wrong : new String[] {"limit=0", "filter=x", "direction=x", "cursor=none"}) {
      Reply refused = market.get("/messages?" + wrong);
      assertThat(refused.status()).as(wrong).isEqualTo(400);
      assertThat(refused.text("details.issues.0.path.0")).isEqualTo(wrong.replaceFirst("=.*", ""));
    }
  }

  @Test
  void aMessageNeedsContentAndAThreadOfOnesOwn() {
    String thread = market.post("/proposals/prp_4/conversation").text("conversationId");
    Reply empty = send(thread, " ");
    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.text("details.issues.0.path.0")).isEqualTo("content");
    assertThat(send(thread, "x".repeat(10_001)).status()).isEqualTo(400);
    Reply foreign =
        market
            .as("ot_pat_sandbox_stranger")
            .post(
                "/messages", "{\"conversationId\": \"%s\", \"content\": \"x\"}".formatted(thread));
    assertThat(foreign.status()).isEqualTo(403);
  }

  private String thread(int proposal) {
    return market.post("/proposals/prp_" + proposal + "/conversation").text("conversationId");
  }

  private Reply send(String thread, String content) {
    return market.post(
        "/messages",
        "{\"conversationId\": \"%s\", \"content\": \"%s\"}".formatted(thread, content));
  }
}
