package dev.tenure.worker.settings;

import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.opencontract.client.OpenContractClient;
import dev.tenure.activities.opencontract.signer.Address;
import dev.tenure.activities.opencontract.signer.KeySource;
import dev.tenure.activities.opencontract.signer.PaymentPolicy;
import dev.tenure.activities.opencontract.signer.Usdc;
import dev.tenure.model.money.Money;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An account of OpenContract: {@code OC_KEY_FILE} or {@code OC_KEY_COMMAND}, {@code
 * OC_MOST_PER_PAYMENT}, {@code OC_MOST_PER_DAY}, and what has a default. An account that {@code
 * TENURE_ACCOUNTS} names is one of OpenContract where it has a key of its own, as {@code
 * OC_KEY_FILE_ACME}; what else is set with its name at the end holds for it alone.
 *
 * @param name of the account
 * @param address that the key is to fit, where it is given
 * @param callsPerMinute the most that each worker may make, with its own key
 * @param node of the chain, whole; absent where none is named. It may hold a key of its operator
 */
public record OpenContractSettings(
    String name,
    BaseUrl marketplace,
    KeySource key,
    @Nullable Address address,
    PaymentPolicy policy,
    int callsPerMinute,
    @Nullable BaseUrl node) {

  static final String KEY_FILE = "OC_KEY_FILE";
  private static final String KEY_COMMAND = "OC_KEY_COMMAND";
  static final String ACCOUNT = "OC_ACCOUNT";
  private static final String ADDRESS = "OC_ADDRESS";
  private static final String URL = "OC_API_BASE_URL";
  private static final String ASSETS = "OC_ASSETS";
  private static final String MOST_PER_DAY = "OC_MOST_PER_DAY";
  private static final String MOST_PER_PAYMENT = "OC_MOST_PER_PAYMENT";
  private static final String NETWORKS = "OC_NETWORKS";
  private static final String WALLETS = "OC_WALLETS";
  private static final String CALLS_PER_MINUTE = "OC_CALLS_PER_MINUTE";
  private static final String NODE = "OC_RPC_URL";

  private static final Duration COMMAND_PATIENCE = Duration.ofSeconds(20);
  private static final int HIGHEST_RATE = 1_000_000;

  /** With fewer calls a minute, the two that a key is asked for by are too far from each other. */
  private static final int LOWEST_RATE = 6;

  /** By name: another tool's variables may begin in the same way. */
  private static final Set<String> VARIABLES =
      Set.of(
          KEY_FILE,
          KEY_COMMAND,
          ACCOUNT,
          ADDRESS,
          URL,
          ASSETS,
          MOST_PER_DAY,
          MOST_PER_PAYMENT,
          NETWORKS,
          WALLETS,
          CALLS_PER_MINUTE,
          NODE);

  /** The account that has no name of its own. */
  static final String UNNAMED = "opencontract";

  private static final String MARKETPLACE = "https://api.opencontract.io";

  /** Base Sepolia, the test network, and USDC on it: real money must be named. */
  private static final String NETWORK = "eip155:84532";

  private static final String ASSET = "0x036CbD53842c5426634e7929541eC2318f3dCF7e";

  /**
   * Reads every account: the one of the variables without a name, and those that {@code
   * TENURE_ACCOUNTS} names.
   *
   * @param environment without empty variables
   * @throws SettingsException with words that name the variable
   */
  public static List<OpenContractSettings> all(Map<String, String> environment) {
    List<OpenContractSettings> all = new ArrayList<>();
    boolean named = AccountNames.of(environment).stream().anyMatch(one -> hasKey(one, environment));
    boolean common = VARIABLES.stream().anyMatch(environment::containsKey);
    if (hasUnnamedKey(environment) || (common && !named)) {
      String name = AccountNames.checked(ACCOUNT, environment.getOrDefault(ACCOUNT, UNNAMED));
      all.add(read(name, UnaryOperator.identity(), UnaryOperator.identity(), environment));
    }
    for (String name : AccountNames.of(environment)) {
      if (hasKey(name, environment)) {
        all.add(
            read(
                name,
                stem -> AccountNames.variable(stem, name),
                stem -> AccountNames.nearest(stem, name, environment),
                environment));
      }
    }
    AccountNames.refuseUnnamed(KEY_FILE, environment);
    AccountNames.refuseUnnamed(KEY_COMMAND, environment);
    return List.copyOf(all);
  }

  /** Whether the environment speaks of an account of OpenContract. */
  static boolean configured(Map<String, String> environment) {
    return VARIABLES.stream().anyMatch(environment::containsKey);
  }

  /** Whether the account that {@code TENURE_ACCOUNTS} names is one of OpenContract. */
  static boolean hasKey(String account, Map<String, String> environment) {
    return !account.equals(AccountNames.DEFAULT)
        && (environment.containsKey(AccountNames.variable(KEY_FILE, account))
            || environment.containsKey(AccountNames.variable(KEY_COMMAND, account)));
  }

  private static boolean hasUnnamedKey(Map<String, String> environment) {
    return environment.containsKey(KEY_FILE) || environment.containsKey(KEY_COMMAND);
  }

  /**
   * Reads one.
   *
   * @param own the account's own variable
   * @param nearest the account's own variable, or what holds for all
   */
  private static OpenContractSettings read(
      String name,
      UnaryOperator<String> own,
      UnaryOperator<String> nearest,
      Map<String, String> variables) {
    boolean plainHttp = Boolean.parseBoolean(variables.get(BaseUrl.ALLOW_PLAIN_HTTP));
    String url = nearest.apply(URL);
    @Nullable String address = variables.get(own.apply(ADDRESS));
    return new OpenContractSettings(
        name,
        read(
            url,
            () ->
                BaseUrl.below(
                    variables.getOrDefault(url, MARKETPLACE), OpenContractClient.PATH, plainHttp)),
        key(own.apply(KEY_FILE), own.apply(KEY_COMMAND), variables),
        address == null ? null : read("", () -> Address.of(own.apply(ADDRESS), address)),
        policy(nearest, variables),
        callsPerMinute(nearest.apply(CALLS_PER_MINUTE), variables),
        node(nearest.apply(NODE), variables, plainHttp));
  }

  private static KeySource key(
      String fileVariable, String commandVariable, Map<String, String> variables) {
    @Nullable String file = variables.get(fileVariable);
    @Nullable String command = variables.get(commandVariable);
    if ((file == null) == (command == null)) {
      throw new SettingsException(
          "Set one of %s (a file that its owner alone may read) and %s (a command that prints the key)%s"
              .formatted(fileVariable, commandVariable, file == null ? "" : ", not both"));
    }
    return command == null
        ? new KeySource.KeyFile(fileVariable, Path.of(String.valueOf(file)))
        : new KeySource.KeyCommand(commandVariable, command, COMMAND_PATIENCE);
  }

  private static PaymentPolicy policy(
      UnaryOperator<String> nearest, Map<String, String> variables) {
    String payment = nearest.apply(MOST_PER_PAYMENT);
    String day = nearest.apply(MOST_PER_DAY);
    Money perPayment = amount(variables, payment);
    Money perDay = amount(variables, day);
    if (perPayment.compareTo(perDay) > 0) {
      throw new SettingsException(
          "%s=%s is above %s=%s: lower it, or raise the day's"
              .formatted(payment, variables.get(payment), day, variables.get(day)));
    }
    String networks = nearest.apply(NETWORKS);
    return read(
        networks,
        () ->
            new PaymentPolicy(
                perPayment,
                perDay,
                list(variables.getOrDefault(networks, NETWORK), Function.identity()),
                addresses(nearest.apply(ASSETS), ASSET, variables),
                addresses(nearest.apply(WALLETS), "", variables)));
  }

  private static Set<Address> addresses(
      String variable, String unlessSet, Map<String, String> variables) {
    return list(
        variables.getOrDefault(variable, unlessSet),
        text -> read("", () -> Address.of(variable, text)));
  }

  private static int callsPerMinute(String variable, Map<String, String> variables) {
    @Nullable String text = variables.get(variable);
    if (text == null) {
      return OpenContractClient.CALLS_PER_MINUTE;
    }
    int calls = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
    if (calls < LOWEST_RATE || calls > HIGHEST_RATE) {
      throw new SettingsException(
          "%s=%s cannot be used: it must be calls a minute, from %d to %d"
              .formatted(variable, text, LOWEST_RATE, HIGHEST_RATE));
    }
    return calls;
  }

  /** Its words do not repeat the address, which may hold a key. */
  private static @Nullable BaseUrl node(
      String variable, Map<String, String> variables, boolean plainHttp) {
    @Nullable String text = variables.get(variable);
    if (text == null) {
      return null;
    }
    try {
      return BaseUrl.below(text, "", plainHttp);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          variable
              + " cannot be used: it must begin with https:// (http:// on this machine, or with "
              + BaseUrl.ALLOW_PLAIN_HTTP
              + "), and may carry neither user, query nor fragment");
    }
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
    return name + " at " + marketplace.origin() + marketplace.path();
  }
}
