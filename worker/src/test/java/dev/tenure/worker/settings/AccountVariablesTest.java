package dev.tenure.worker.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.worker.account.AccountClients;
import dev.tenure.worker.account.ServedAccounts;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountVariablesTest {

  private static final String SANDBOX = "http://127.0.0.1:8803";

  private final Map<String, String> environment = new HashMap<>();

  @Test
  void theTokenWithoutANameIsTheDefaultAccount() {
    set("OT_API_BASE_URL", SANDBOX, "OT_API_TOKEN", "ot_pat_a_1");
    assertThat(read()).extracting(AccountSettings::name).containsExactly("default");
  }

  @Test
  void furtherAccountsHaveTheirOwnTokensAndTheCommonAddressUnlessTheyNameAnother() {
    set("OT_API_BASE_URL", SANDBOX, "OT_API_TOKEN", "ot_pat_a_1");
    set("TENURE_ACCOUNTS", "acme, lake-side");
    set("OT_API_TOKEN_ACME", "ot_pat_b_2", "OT_API_TOKEN_LAKE_SIDE", "ot_pat_c_3");
    set("OT_API_BASE_URL_LAKE_SIDE", "https://app.opentrain.ai");
    List<AccountSettings> accounts = read();
    assertThat(accounts)
        .extracting(AccountSettings::name)
        .containsExactly("default", "acme", "lake-side");
    assertThat(accounts)
        .extracting(AccountSettings::token)
        .containsExactly("ot_pat_a_1", "ot_pat_b_2", "ot_pat_c_3");
    assertThat(accounts.get(1).marketplace().origin()).isEqualTo(SANDBOX);
    assertThat(accounts.get(1).callsPerSecond()).isEqualTo(100);
    assertThat(accounts.get(2).marketplace().origin()).isEqualTo("https://app.opentrain.ai");
    assertThat(accounts.get(2).callsPerSecond()).isEqualTo(2);
  }

  @Test
  void aRateOfItsOwnGoesBeforeTheCommonOne() {
    set("OT_API_BASE_URL", SANDBOX, "OT_API_TOKEN", "ot_pat_a_1");
    set("TENURE_ACCOUNTS", "acme", "OT_API_TOKEN_ACME", "ot_pat_b_2");
    set("TENURE_MARKETPLACE_RPS", "4", "TENURE_MARKETPLACE_RPS_ACME", "7");
    assertThat(read()).extracting(AccountSettings::callsPerSecond).containsExactly(4.0, 7.0);
  }

  @Test
  void theDefaultAccountMayBeMissingWhereOthersAreNamed() {
    set("OT_API_BASE_URL", SANDBOX, "TENURE_ACCOUNTS", "acme", "OT_API_TOKEN_ACME", "ot_pat_b_2");
    assertThat(read()).extracting(AccountSettings::name).containsExactly("acme");
  }

  @Test
  void aNamedAccountWithoutATokenIsRefusedByTheNameOfItsVariable() {
    set("OT_API_BASE_URL", SANDBOX, "OT_API_TOKEN", "ot_pat_a_1", "TENURE_ACCOUNTS", "acme");
    refused("TENURE_ACCOUNTS names the account acme, but OT_API_TOKEN_ACME is missing");
  }

  @Test
  void aTokenThatNoAccountIsNamedForIsRefused() {
    set("OT_API_BASE_URL", SANDBOX, "OT_API_TOKEN", "ot_pat_a_1", "OT_API_TOKEN_ACMEE", "ot_pat_b");
    refused("OT_API_TOKEN_ACMEE is set, but TENURE_ACCOUNTS does not name its account");
  }

  @Test
  void twoAccountsOfOneTokenAreRefused() {
    set("OT_API_BASE_URL", SANDBOX, "OT_API_TOKEN", "ot_pat_a_1");
    set("TENURE_ACCOUNTS", "acme", "OT_API_TOKEN_ACME", "ot_pat_a_1");
    refused("OT_API_TOKEN and OT_API_TOKEN_ACME hold the same token");
  }

  @Test
  void twoSpellingsOfOneMarketplaceAreOne() {
    set("OT_API_BASE_URL", "https://app.opentrain.ai", "OT_API_TOKEN", "ot_pat_a_1");
    set("TENURE_ACCOUNTS", "acme", "OT_API_TOKEN_ACME", "ot_pat_a_1");
    set("OT_API_BASE_URL_ACME", "HTTPS://App.OpenTrain.ai:443/");
    refused("OT_API_TOKEN and OT_API_TOKEN_ACME hold the same token");
  }

  @Test
  void anAddressOfOneAccountThatCannotBeUsedIsNamedByItsOwnVariable() {
    set("OT_API_BASE_URL", SANDBOX, "OT_API_TOKEN", "ot_pat_a_1");
    set("TENURE_ACCOUNTS", "acme", "OT_API_TOKEN_ACME", "ot_pat_b_2");
    set("OT_API_BASE_URL_ACME", "ftp://127.0.0.1");
    refused("OT_API_BASE_URL_ACME: \"ftp://127.0.0.1\" cannot be used");
  }

  @Test
  void aRateOfOneAccountThatIsNoneIsNamedByItsOwnVariable() {
    set("OT_API_BASE_URL", SANDBOX, "OT_API_TOKEN", "ot_pat_a_1");
    set("TENURE_ACCOUNTS", "acme", "OT_API_TOKEN_ACME", "ot_pat_b_2");
    set("TENURE_MARKETPLACE_RPS_ACME", "-1");
    refused("TENURE_MARKETPLACE_RPS_ACME=-1.0 cannot be used: it must be calls per second");
  }

  @Test
  void aNameThatCouldNotBeAVariableIsRefused() {
    set("OT_API_BASE_URL", SANDBOX, "OT_API_TOKEN", "ot_pat_a_1", "TENURE_ACCOUNTS", "Acme Ltd");
    refused("TENURE_ACCOUNTS names an account \"Acme Ltd\"");
  }

  private void set(String... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      environment.put(pairs[i], pairs[i + 1]);
    }
  }

  private List<AccountSettings> read() {
    try (ApplicationContext worker = SettingsContext.of(environment)) {
      return worker.getBean(ServedAccounts.class).all().stream()
          .map(AccountClients::settings)
          .toList();
    }
  }

  private void refused(String words) {
    assertThatThrownBy(this::read)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining("ot_pat_");
  }
}
