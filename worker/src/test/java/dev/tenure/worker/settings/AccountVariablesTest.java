package dev.tenure.worker.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.worker.account.AccountClients;
import dev.tenure.worker.account.OpenContractAccounts;
import dev.tenure.worker.account.ServedAccounts;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void anAccountOfOpenContractAloneNeedsNoOpenTrain(@TempDir Path folder) throws IOException {
    openContract(folder);
    try (ApplicationContext worker = SettingsContext.of(environment)) {
      assertThat(worker.getBean(ServedAccounts.class).all()).isEmpty();
      assertThat(worker.getBean(OpenContractAccounts.class).all())
          .singleElement()
          .satisfies(
              account -> {
                assertThat(account.name()).isEqualTo("opencontract");
                assertThat(account.address())
                    .hasToString("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
                assertThat(account.sweepInterval(Duration.ofSeconds(2)))
                    .as("one call in four of 58 a minute")
                    .isEqualTo(Duration.ofMillis(4_137));
                assertThat(account.sweepInterval(Duration.ofSeconds(45))).hasSeconds(45);
              });
    }
  }

  @Test
  void withAnAddressOfOpenTrainItsTokenIsStillWanted(@TempDir Path folder) throws IOException {
    openContract(folder);
    set("OT_API_BASE_URL", SANDBOX);
    refused("OT_API_TOKEN is missing");
  }

  @Test
  void withoutAnyAccountBothMarketplacesAreNamed() {
    refused("OC_KEY_FILE");
  }

  @Test
  void oneNameForTwoAccountsIsRefused(@TempDir Path folder) throws IOException {
    openContract(folder);
    set("OT_API_BASE_URL", SANDBOX, "OT_API_TOKEN", "ot_pat_a_1", "OC_ACCOUNT", "default");
    refused("Two accounts have the name default");
  }

  @Test
  void anAccountIsOneOfOneMarketplace(@TempDir Path folder) throws IOException {
    openContract(folder);
    set("OT_API_BASE_URL", SANDBOX, "TENURE_ACCOUNTS", "acme", "OT_API_TOKEN_ACME", "ot_pat_b_2");
    set("OC_KEY_FILE_ACME", String.valueOf(environment.get("OC_KEY_FILE")));
    refused("the account acme, which has both OT_API_TOKEN_ACME and a key of OpenContract");
  }

  @Test
  void twoAccountsOfOneAddressAreRefused(@TempDir Path folder) throws IOException {
    openContract(folder);
    set(
        "TENURE_ACCOUNTS",
        "acme",
        "OC_KEY_FILE_ACME",
        String.valueOf(environment.get("OC_KEY_FILE")));
    refused("OC_KEY_FILE and OC_KEY_FILE_ACME hold the key of one address");
  }

  /** The key is the first one of the development chains, which everybody knows. */
  private void openContract(Path folder) throws IOException {
    Path key = folder.resolve("key");
    Files.writeString(key, "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    set("OC_KEY_FILE", key.toString(), "OC_MOST_PER_PAYMENT", "50", "OC_MOST_PER_DAY", "200");
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
