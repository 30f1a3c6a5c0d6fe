package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.Http.Answer;
import dev.tenure.database.Database;
import dev.tenure.journal.account.Accounts;
import dev.tenure.journal.account.ContractSweeps;
import dev.tenure.journal.account.SweepReport;
import dev.tenure.journal.account.UpdatesFeed;
import dev.tenure.model.account.AccountFacts;
import dev.tenure.model.account.AgentFacts;
import dev.tenure.model.account.Marketplace;
import dev.tenure.model.money.Credits;
import dev.tenure.model.money.Money;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class AccountsTest {

  private static final String MARKET = "https://market.example";

  @Test
  void anAccountIsToldWithWhatItMayDoAndLacks(Stack stack) {
    Accounts accounts = stack.front().bean(Accounts.class);
    accounts.served("default", Marketplace.OPENTRAIN, MARKET);
    accounts.served("acme", Marketplace.OPENTRAIN, MARKET);
    accounts.checked("acme", facts(List.of("payments:write")));
    stack.front().bean(UpdatesFeed.class).failed("acme", "no connection");
    JsonNode acme = account(stack, "acme");
    assertThat(acme.get("marketplace").asText()).isEqualTo("opentrain");
    assertThat(acme.get("marketplaceUrl").asText()).isEqualTo(MARKET);
    assertThat(acme.get("ready").asBoolean()).isFalse();
    assertThat(acme.get("claimed").asBoolean()).isTrue();
    assertThat(acme.at("/missingScopes/0").asText()).isEqualTo("payments:write");
    assertThat(acme.at("/features/public_api_hiring").asBoolean()).isTrue();
    assertThat(acme.at("/credits/available/amount").asText()).isEqualTo("5000.00");
    assertThat(acme.at("/worker/present").asBoolean()).isTrue();
    assertThat(acme.at("/feed/lastError").asText()).isEqualTo("no connection");
    assertThat(acme.at("/ledger/readAt").isNull()).isTrue();
    assertThat(acme.at("/sweep/readAt").isNull()).isTrue();
    assertThat(acme.at("/sweep/contracts").isNull()).isTrue();
    ContractSweeps sweeps = stack.front().bean(ContractSweeps.class);
    sweeps.swept("acme", new SweepReport(12, 2, 1, 0, "look at c1"));
    sweeps.failed("acme", "the list is too long");
    JsonNode sweep = account(stack, "acme").get("sweep");
    assertThat(sweep.get("ageSeconds").asLong()).isBetween(0L, 60L);
    assertThat(sweep.get("lastError").asText()).isEqualTo("the list is too long");
    assertThat(sweep.get("contracts").asInt()).isEqualTo(12);
    assertThat(sweep.get("changed").asInt()).isEqualTo(2);
    assertThat(sweep.get("notified").asInt()).isEqualTo(1);
    assertThat(sweep.get("reopened").asInt()).isZero();
    assertThat(sweep.get("note").asText()).isEqualTo("look at c1");
    accounts.checked("acme", facts(List.of()));
    assertThat(account(stack, "acme").get("ready").asBoolean()).isTrue();
  }

  @Test
  void anAccountThatNobodyLookedAtYetIsNotReady(Stack stack) {
    stack.front().bean(Accounts.class).served("default", Marketplace.OPENTRAIN, MARKET);
    stack.front().bean(Accounts.class).served("fresh", Marketplace.OPENTRAIN, MARKET);
    JsonNode fresh = account(stack, "fresh");
    assertThat(fresh.get("ready").asBoolean()).isFalse();
    assertThat(fresh.get("checkedAt").isNull()).isTrue();
    for (String unknown : List.of("scopes", "missingScopes", "features", "missingFeatures")) {
      assertThat(fresh.get(unknown).isNull()).as(unknown).isTrue();
    }
    assertThat(fresh.get("trouble").asText()).isEqualTo("not looked at yet");
  }

  @Test
  void aHireOfAnAccountThatIsNotServedIsRefusedNamingThoseThatAre(Stack stack) {
    stack.front().bean(Accounts.class).served("default", Marketplace.OPENTRAIN, MARKET);
    stack.front().bean(Accounts.class).served("beta", Marketplace.OPENTRAIN, MARKET);
    String body = Bodies.whole(Bodies.proposal());
    Answer refused = stack.http().post("/v1/hires", body.replace("\"default\"", "\"betta\""));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/account");
    assertThat(refused.text("/errors/0/detail")).contains("beta").contains("default");
    Answer made = stack.http().post("/v1/hires", body.replace("\"default\"", "\"beta\""));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("/account")).isEqualTo("beta");
  }

  /** It is not there when it is asked for by name, and is when the others are listed. */
  @Test
  void anAccountThatAWorkerTellsOfWhileAHireIsReadIsTakenForWhatItIs(Stack stack)
      throws SQLException {
    try (StatementLog log = StatementLog.begin();
        Database database = Database.start();
        Front front =
            Front.start(
                database,
                stack.temporalPort(),
                Map.of("tenure.jdbc.url", StatementLog.url(database.jdbcUrl())))) {
      Accounts accounts = front.bean(Accounts.class);
      log.before(
          "from accounts where served_at > (select max(served_at) from accounts) - interval '5"
              + " minutes' order by id",
          () ->
              accounts.served(
                  OpenContractBodies.ACCOUNT, Marketplace.OPENCONTRACT, "https://agent.example"));
      Answer made =
          front
              .http()
              .post("/v1/hires", OpenContractBodies.shortest(OpenContractBodies.reference()));
      assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
      assertThat(made.text("/account")).isEqualTo(OpenContractBodies.ACCOUNT);
    }
  }

  @Test
  void anAccountThatPaysBySignatureIsToldWithItsLimits(Stack stack) {
    Accounts accounts = stack.front().bean(Accounts.class);
    accounts.checked("opencontract", agent());
    accounts.served("opencontract", Marketplace.OPENCONTRACT, "https://contracts.example");
    accounts.served("default", Marketplace.OPENTRAIN, MARKET);
    JsonNode account = account(stack, "opencontract");
    assertThat(account.get("marketplace").asText()).isEqualTo("opencontract");
    assertThat(account.get("marketplaceUrl").asText()).isEqualTo("https://contracts.example");
    assertThat(account.get("ready").asBoolean()).isTrue();
    assertThat(account.at("/agent/address").asText()).isEqualTo("0xPayer");
    assertThat(account.at("/agent/networks/0").asText()).isEqualTo("eip155:84532");
    assertThat(account.at("/agent/perDay/amount").asText()).isEqualTo("200.000000");
    assertThat(account.at("/agent/perDay/currency").asText()).isEqualTo("USDC");
    assertThat(account.at("/agent/keyAgeSeconds").asLong()).isBetween(3600L, 3700L);
    assertThat(account.at("/agent/signed").isNull()).isTrue();
    assertThat(account.at("/agent/balance/amount").asText()).isEqualTo("12.500000");
    assertThat(account(stack, "default").get("agent").isNull()).isTrue();
  }

  private static AccountFacts agent() {
    return new AccountFacts(
        true,
        null,
        null,
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        null,
        null,
        Instant.now(),
        new AgentFacts(
            "0xPayer",
            List.of("eip155:84532"),
            List.of("0xToken"),
            Instant.now().minusSeconds(3600),
            new Money(new BigDecimal("50"), "USDC"),
            new Money(new BigDecimal("200"), "USDC"),
            null,
            new Money(new BigDecimal("12.5"), "USDC")));
  }

  @Test
  void withoutAWorkerForAWhileEveryAccountIsStaleAndStillThere() throws SQLException {
    try (Database database = Database.start();
        Front front = Front.start(database, Stack.freePort(), Map.of())) {
      front.bean(Accounts.class).served("default", Marketplace.OPENTRAIN, MARKET);
      front.bean(Accounts.class).checked("default", facts(List.of()));
      age(database);
      JsonNode account = front.http().get("/v1/accounts").json().at("/items/0");
      assertThat(account.at("/worker/present").asBoolean()).isFalse();
      assertThat(account.get("ready").asBoolean()).isFalse();
      assertThat(account.at("/feed/ageSeconds").isNull()).isTrue();
    }
  }

  private static void age(Database database) throws SQLException {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var update = connection.createStatement()) {
      update.executeUpdate("update accounts set served_at = now() - interval '3 days'");
    }
  }

  private static AccountFacts facts(List<String> missing) {
    return new AccountFacts(
        true,
        true,
        null,
        List.of("proposals:write"),
        missing,
        Map.of("public_api_hiring", true),
        List.of(),
        new Credits(Money.usd("5000"), Money.usd("0")),
        null,
        Instant.now(),
        null);
  }

  private static JsonNode account(Stack stack, String id) {
    for (JsonNode account : stack.http().get("/v1/accounts").json().get("items")) {
      if (account.get("id").asText().equals(id)) {
        return account;
      }
    }
    throw new AssertionError("no account " + id);
  }
}
