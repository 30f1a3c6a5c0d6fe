package dev.tenure.worker.settings;

import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.opencontract.client.OpenContractClient;
import dev.tenure.activities.opencontract.signer.Address;
import dev.tenure.activities.opencontract.signer.KeySource;
import dev.tenure.activities.opencontract.signer.PaymentPolicy;
import dev.tenure.activities.opencontract.signer.Usdc;
import dev.tenure.model.Money;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The account of OpenContract, where one is configured: {@code OC_KEY_FILE} or {@code
 * OC_KEY_COMMAND}, {@code OC_MOST_PER_PAYMENT}, {@code OC_MOST_PER_DAY}, and what has a default.
 *
 * @param name of the account
 * @param address that the key is to fit, where it is given
 */
public record OpenContractSettings(
    String name,
    BaseUrl marketplace,
    KeySource key,
    @Nullable Address address,
    PaymentPolicy policy) {

  private static final String KEY_FILE = "OC_KEY_FILE";
  private static final String KEY_COMMAND = "OC_KEY_COMMAND";
  private static final Duration COMMAND_PATIENCE = Duration.ofSeconds(20);

  /** By name: another tool's variables may begin in the same way. */
  private static final Set<String> VARIABLES =
      Set.of(
          KEY_FILE,
          KEY_COMMAND,
          "OC_ADDRESS",
          "OC_API_BASE_URL",
          "OC_ASSETS",
          "OC_MOST_PER_DAY",
          "OC_MOST_PER_PAYMENT",
          "OC_NETWORKS",
          "OC_WALLETS");

  /** The account of OpenContract has no other name. */
  public static final String ACCOUNT = "opencontract";

  private static final String MARKETPLACE = "https://api.opencontract.io";

  /** Base Sepolia, the test network, and USDC on it: real money must be named. */
  private static final String NETWORK = "eip155:84532";

  private static final String ASSET = "0x036CbD53842c5426634e7929541eC2318f3dCF7e";

  /**
   * Reads the variables; empty where there is none of them.
   *
   * @param variables without empty ones
   * @throws SettingsException with words that name the variable
   */
  public static Optional<OpenContractSettings> of(Map<String, String> variables) {
    if (VARIABLES.stream().noneMatch(variables::containsKey)) {
      return Optional.empty();
    }
    boolean plainHttp = Boolean.parseBoolean(variables.get(BaseUrl.ALLOW_PLAIN_HTTP));
    String url = variables.getOrDefault("OC_API_BASE_URL", MARKETPLACE);
    @Nullable String address = variables.get("OC_ADDRESS");
    return Optional.of(
        new OpenContractSettings(
            ACCOUNT,
            read("OC_API_BASE_URL", () -> BaseUrl.of(url, OpenContractClient.PATH, plainHttp)),
            key(variables),
            address == null ? null : read("", () -> Address.of("OC_ADDRESS", address)),
            policy(variables)));
  }

  private static KeySource key(Map<String, String> variables) {
    @Nullable String file = variables.get(KEY_FILE);
    @Nullable String command = variables.get(KEY_COMMAND);
    if ((file == null) == (command == null)) {
      throw new SettingsException(
          "Set one of %s (a file that its owner alone may read) and %s (a command that prints the key)%s"
              .formatted(KEY_FILE, KEY_COMMAND, file == null ? "" : ", not both"));
    }
    return command == null
        ? new KeySource.KeyFile(KEY_FILE, Path.of(String.valueOf(file)))
        : new KeySource.KeyCommand(KEY_COMMAND, command, COMMAND_PATIENCE);
  }

  private static PaymentPolicy policy(Map<String, String> variables) {
    Money perPayment = amount(variables, "OC_MOST_PER_PAYMENT");
    Money perDay = amount(variables, "OC_MOST_PER_DAY");
    if (perPayment.compareTo(perDay) > 0) {
      throw new SettingsException(
          "OC_MOST_PER_PAYMENT=%s is above OC_MOST_PER_DAY=%s: lower it, or raise the day's"
              .formatted(variables.get("OC_MOST_PER_PAYMENT"), variables.get("OC_MOST_PER_DAY")));
    }
    return read(
        "OC_NETWORKS",
        () ->
            new PaymentPolicy(
                perPayment,
                perDay,
                list(variables.getOrDefault("OC_NETWORKS", NETWORK), Function.identity()),
                list(
                    variables.getOrDefault("OC_ASSETS", ASSET),
                    text -> read("", () -> Address.of("OC_ASSETS", text))),
                list(
                    variables.getOrDefault("OC_WALLETS", ""),
                    text -> read("", () -> Address.of("OC_WALLETS", text)))));
  }

  private static Money amount(Map<String, String> variables, String variable) {
    @Nullable String text = variables.get(variable);
    if (text == null) {
      throw new SettingsException(
          "%s is missing: the most that may be signed for, in USDC, e.g. 50".formatted(variable));
    }
    Money amount =
        Usdc.read(text)
            .orElseThrow(
                () ->
                    new SettingsException(
                        "%s=%s is no amount: write USDC as e.g. 50 or 2.5"
                            .formatted(variable, text)));
    read("", () -> Usdc.units(variable, amount));
    return amount;
  }

  private static <T> Set<T> list(String text, Function<String, T> one) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(one)
        .collect(Collectors.toUnmodifiableSet());
  }

  private interface Reading<T> {
    T read();
  }

  private static <T> T read(String variable, Reading<T> reading) {
    try {
      return reading.read();
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          (variable.isEmpty() ? "" : variable + ": ") + String.valueOf(e.getMessage()));
    }
  }

  /** Without what the command may hold. */
  @Override
  public String toString() {
    return name + " at " + marketplace.origin();
  }
}
