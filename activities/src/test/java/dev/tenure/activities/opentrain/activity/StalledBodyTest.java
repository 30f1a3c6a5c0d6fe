package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.activities.feed.UpdatesSource.NoPageException;
import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.http.HttpSettings;
import dev.tenure.activities.http.RawPeer;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.HttpTransport;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.activities.sweep.NoContractsException;
import dev.tenure.model.account.AccountFacts;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** W1: half a body, then silence. Whoever waits is cut off at the deadline, and told. */
@Timeout(60)
class StalledBodyTest {

  private static final HttpLimits LIMITS = new HttpLimits(Duration.ofSeconds(1), 1_000);
  private static final String CUT = "no whole answer within PT1S";

  private final AtomicBoolean stalls = new AtomicBoolean(true);
  private final RawPeer marketplace =
      new RawPeer(
          socket -> {
            String head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: ";
            if (stalls.get()) {
              RawPeer.say(socket, head + "100\r\n\r\n{\"events\":[");
            } else {
              RawPeer.say(socket, head + "33\r\n\r\n{\"events\":[], \"nextCursor\": \"7\" }");
            }
          });
  private final HttpExchange http = new HttpExchange(HttpSettings.DIRECT);
  private final OpenTrainClient api = client();

  StalledBodyTest() throws IOException {}

  private OpenTrainClient client() {
    BaseUrl base = BaseUrl.of("http://127.0.0.1:" + marketplace.port(), OpenTrainClient.PATH);
    return new OpenTrainClient(
        base, new HttpTransport(http, base, "ot_pat_x_y", LIMITS), InstantSource.system());
  }

  @AfterEach
  void close() throws IOException {
    http.close();
    marketplace.close();
  }

  @Test
  void theFeedIsCutAndGoesOnByItself() throws Exception {
    OpenTrainUpdates updates = new OpenTrainUpdates(api, new Allowance(100).feed());
    assertThatThrownBy(() -> updates.after(null))
        .isInstanceOf(NoPageException.class)
        .hasMessageContaining(CUT);
    stalls.set(false);
    assertThat(updates.after(null).cursor()).isEqualTo("7");
  }

  @Test
  void theLookAtAnAccountIsCutAndNothingIsCalledGood() {
    AccountFacts facts = new AccountReader(api, InstantSource.system()).read();
    assertThat(facts.tokenAccepted()).isNull();
    assertThat(facts.trouble()).contains("does not answer");
  }

  @Test
  void theSweepIsCut() {
    assertThatThrownBy(() -> new OpenTrainContracts(api).active())
        .isInstanceOf(NoContractsException.class)
        .hasMessageContaining(CUT);
  }

  @Test
  void theLedgerIsCut() {
    assertThatThrownBy(() -> api.ledger(null))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("GET /credits/ledger");
  }

  @Test
  void aCallOfAHireIsCutAndMayHaveBeenCarriedOut() {
    assertThatThrownBy(() -> api.fund("m"))
        .isInstanceOfSatisfying(Unavailable.class, cut -> assertThat(cut.mayHaveRun()).isTrue());
  }
}
