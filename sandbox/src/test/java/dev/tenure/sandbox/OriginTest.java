package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page of another origin cannot make a browser write here. */
class OriginTest extends SandboxTest {
  @ParameterizedTest
  @CsvSource({
    "POST,/sandbox/reset,http://localhost:3000",
    "PUT,/sandbox/settings,https://example.com",
    "DELETE,/sandbox/faults,null",
    "POST,/console/reset,http://127.0.0.1:1",
    "POST,/approvals/apr_1/confirm,http://evil.example",
    "POST,/checkout/top_1,https://evil.example",
    "POST,/claim,http://evil.example"
  })
  void aWriteFromAnotherOriginIsRefusedInWords(String method, String path, String origin)
      throws IOException {
    Reply refused =
        market.trySend(method, path, "x=1", Map.of("Origin", origin, "Content-Type", FORM));
    assertThat(refused.status()).as(refused.body()).isEqualTo(403);
    assertThat(refused.text("details.reason")).isEqualTo("foreign_origin");
    assertThat(refused.text("error")).contains("another origin", sandbox.url());
  }

  @Test
  void nothingWasDoneByWhatWasRefused() throws IOException {
    String approval = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    market.trySend(
        "POST",
        "/approvals/" + approval + "/confirm",
        "source=card",
        Map.of("Origin", "http://evil.example", "Content-Type", FORM));
    assertThat(market.get("/approvals/" + approval).text("approval.status")).isEqualTo("pending");
  }

  @Test
  void aBrowserThatNamesNoOriginButAnotherSiteIsRefusedAsWell() throws IOException {
    assertThat(
            market
                .trySend("POST", "/sandbox/reset", "", Map.of("Sec-Fetch-Site", "cross-site"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void itsOwnPagesAndClientsThatAreNoBrowsersMayWrite() throws IOException {
    assertThat(
            market.trySend("POST", "/sandbox/reset", "", Map.of("Origin", sandbox.url())).status())
        .isEqualTo(200);
    assertThat(market.send("POST", "/sandbox/reset", "").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/public/v1/proposals/prp_4/hire,http://localhost:3000,202",
    "/api/public/v1/proposals/prp_4/hire,null,202",
    "/api/public/v1/proposals/none/hire,null,404",
    "/opencontract/v1/contracts,http://localhost:3000,401",
    "/opencontract/v1/contracts,null,401"
  })
  void theApiOfAMarketplaceIsGuardedByItsTokensAlone(String path, String origin, int status)
      throws IOException {
    Reply reply = market.trySend("POST", path, Market.HIRE, Map.of("Origin", origin));
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.body()).startsWith("{");
  }

  private static final String FORM = "application/x-www-form-urlencoded";
}
