package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.activities.Marketplace;
import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.feed.Page;
import dev.tenure.activities.feed.UpdatesSource.NoPageException;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.opentrain.client.Clients;
import dev.tenure.model.message.MarketplaceNotification;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenTrainUpdatesTest {

  private final Marketplace marketplace;
  private final OpenTrainUpdates updates;

  OpenTrainUpdatesTest() throws Exception {
    marketplace = new Marketplace();
    updates = new OpenTrainUpdates(Clients.of(marketplace), new Allowance(100).feed());
  }

  @AfterEach
  void close() {
    marketplace.close();
  }

  @Test
  void everyEventNotifiesByTheIdsThatItCarries() throws Exception {
    page(
        """
        {"id":"1","type":"approval.confirmed","createdAt":"2026-11-21T10:00:00.000Z",
         "resourceId":"apr","data":{"approvalId":"apr","status":"declined"}},
        {"id":"2","type":"milestone.status_changed","resourceId":"ms",
         "data":{"milestoneId":"ms","contractId":"ctr","status":"PAID"}},
        {"id":"3","type":"contract.created","data":{"contractId":"ctr","proposalId":"prp"}},
        {"id":"4","type":"proposal.status_changed","data":{"proposalId":"prp"}},
        {"id":"5","type":"payment.pending","data":{"invoiceId":"inv","milestoneId":"ms"}},
        {"id":"6","type":"contract.budget_state_changed","resourceId":"ctr"},
        {"id":"7","type":"of.tomorrow","data":{"contractId":"ctr","odd":[1]}}""");
    Page page = updates.after(null);
    assertThat(page.entries())
        .extracting(Page.Entry::notification)
        .containsExactly(
            new MarketplaceNotification("1", "approval.confirmed", "apr", null, null, null),
            new MarketplaceNotification(
                "2", "milestone.status_changed", null, "ms", "ctr", null, "PAID"),
            new MarketplaceNotification("3", "contract.created", null, null, "ctr", "prp"),
            new MarketplaceNotification("4", "proposal.status_changed", null, null, null, "prp"),
            new MarketplaceNotification("5", "payment.pending", null, "ms", null, null),
            new MarketplaceNotification(
                "6", "contract.budget_state_changed", null, null, "ctr", null),
            new MarketplaceNotification("7", "of.tomorrow", null, null, "ctr", null));
    assertThat(page.entries().getFirst().at()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
    assertThat(page.cursor()).isEqualTo("7");
    assertThat(page.more()).isTrue();
  }

  @Test
  void eventsThatConcernNoHireNotifyNobody() throws Exception {
    page(
        """
        {"id":"1","type":"message.received","data":{"conversationId":"c","messageId":"m"}},
        {"id":"2","type":"proposal.received","data":{"proposalId":"prp"}},
        {"id":"3","type":"of.tomorrow","data":{"moonId":"m"}},
        {"id":"4","type":"approval.confirmed","data":null},
        {"type":"approval.confirmed","data":{"approvalId":"apr"}}""");
    assertThat(updates.after(null).entries()).isEmpty();
  }

  @Test
  void aCursorThatIsNotTakenLeadsBackToTheBeginning() throws Exception {
    marketplace.on(
        "GET",
        "/updates?limit=200&cursor=a%2Fb",
        Reply.error(400, "BAD_REQUEST", "{\"field\":\"cursor\"}"));
    page("{\"id\":\"1\",\"type\":\"x.y\",\"data\":{\"approvalId\":\"apr\"}}");
    assertThat(updates.after("a/b").entries()).hasSize(1);
  }

  /** W4. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "410|GONE|{}",
        "400|BAD_REQUEST|{\"reason\":\"cursor_expired\"}",
        "400|BAD_REQUEST|{\"reason\":\"invalid_cursor\"}"
      })
  void aCursorThatHasExpiredLeadsBackToTheBeginning(int status, String code, String details)
      throws Exception {
    marketplace.on("GET", "/updates?limit=200&cursor=7", Reply.error(status, code, details));
    page("{\"id\":\"1\",\"type\":\"x.y\",\"data\":{\"approvalId\":\"apr\"}}");
    assertThat(updates.after("7").entries()).hasSize(1);
  }

  @Test
  void aRefusalOfAnotherKindDoesNotReadTheWholeFeedAgain() {
    marketplace.on(
        "GET",
        "/updates?limit=200&cursor=7",
        Reply.error(400, "BAD_REQUEST", "{\"field\":\"limit\"}"));
    assertThat(catchThrowableOfType(NoPageException.class, () -> updates.after("7"))).isNotNull();
    assertThat(marketplace.asked()).hasSize(1);
  }

  @Test
  void numericIdsAreIdsAndAnOddEventHidesNoOther() throws Exception {
    page(
        "7,{\"id\":1042,\"type\":\"approval.confirmed\",\"data\":{\"approvalId\":55}},{\"data\":[]}");
    assertThat(updates.after(null).entries())
        .extracting(Page.Entry::notification)
        .containsExactly(
            new MarketplaceNotification("1042", "approval.confirmed", "55", null, null, null));
  }

  @Test
  void aPageThatIsNotToBeHadTellsWhyAndForHowLong() {
    marketplace.on("GET", "/updates?limit=200", Reply.json(429, "").with("Retry-After", "9"));
    NoPageException limited =
        catchThrowableOfType(NoPageException.class, () -> updates.after(null));
    assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(9));
    marketplace.on("GET", "/updates?limit=200", Reply.json(401, ""));
    NoPageException refused =
        catchThrowableOfType(NoPageException.class, () -> updates.after(null));
    assertThat(refused).hasMessageContaining("OT_API_TOKEN");
  }

  private void page(String events) {
    marketplace.on(
        "GET",
        "/updates?limit=200",
        Reply.json(200, "{\"events\":[" + events + "],\"nextCursor\":\"7\",\"hasMore\":true}"));
  }
}
