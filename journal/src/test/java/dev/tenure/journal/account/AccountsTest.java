package dev.tenure.journal.account;

import static dev.tenure.journal.Samples.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.database.Database;
import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.model.account.AccountFacts;
import dev.tenure.model.account.Marketplace;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class AccountsTest {

  @Test
  void anAccountIsThereOnceAWorkerServesIt(Accounts accounts, UpdatesFeed feed) {
    String account = unique("acc");
    feed.failed(account, "no connection");
    assertThat(accounts.find(account)).isEmpty();
    accounts.served(account, Marketplace.OPENTRAIN, "https://market.example");
    AccountView view = accounts.find(account).orElseThrow();
    assertThat(view.marketplace()).isEqualTo(Marketplace.OPENTRAIN);
    assertThat(view.marketplaceUrl()).isEqualTo("https://market.example");
    assertThat(view.feedError()).isEqualTo("no connection");
    assertThat(accounts.list()).extracting(AccountView::id).contains(account);
  }

  @Test
  void anAccountThatNoWorkerSpokeForWhileOthersDidIsGone(Accounts accounts, Database database)
      throws SQLException {
    String removed = unique("acc");
    accounts.served(removed, Marketplace.OPENTRAIN, "https://market.example");
    accounts.served(unique("acc"), Marketplace.OPENTRAIN, "https://market.example");
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var update =
            connection.prepareStatement(
                "update accounts set served_at = now() - interval '6 minutes' where id = ?")) {
      update.setString(1, removed);
      update.executeUpdate();
    }
    assertThat(accounts.find(removed)).isEmpty();
  }

  @Test
  void theLaterOfTwoLooksIsKept(Accounts accounts) {
    String account = unique("acc");
    accounts.served(account, Marketplace.OPENTRAIN, "https://market.example");
    accounts.checked(account, AccountFacts.unknown(true, "later", Samples.NOW.plusSeconds(1)));
    accounts.checked(account, AccountFacts.unknown(true, "earlier", Samples.NOW));
    assertThat(accounts.find(account).orElseThrow().facts())
        .isEqualTo(AccountFacts.unknown(true, "later", Samples.NOW.plusSeconds(1)));
  }

  @Test
  void aQuietFeedThatIsFollowedIsNotOld(Accounts accounts, UpdatesFeed feed) {
    String account = unique("acc");
    accounts.served(account, Marketplace.OPENTRAIN, "https://market.example");
    feed.failed(account, "no connection");
    feed.followed(account);
    AccountView view = accounts.find(account).orElseThrow();
    assertThat(view.feedError()).isNull();
    assertThat(view.feedAt()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
  }
}
