package dev.tenure.worker.settings;

import dev.tenure.journal.settings.SecretFiles;
import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The environment that a worker starts with, as Micronaut reads it: {@code TENURE_WORKER_PORT} is
 * the property {@code tenure.worker.port}. An empty variable counts as absent.
 */
public final class SettingsEnvironment {

  /** The variable alone is the schedule; to Micronaut the name stands for all that begins so. */
  private static final String SCHEDULE = "TENURE_REMINDERS";

  /** At the place of Micronaut's own: above files, below system properties. */
  private static final class Source extends MapPropertySource {

    private final PropertyConvention convention;

    Source(String name, Map<String, Object> values, PropertyConvention convention) {
      super(name, values);
      this.convention = convention;
    }

    @Override
    public PropertyConvention getConvention() {
      return convention;
    }

    @Override
    public int getOrder() {
      return EnvironmentPropertySource.POSITION;
    }
  }

  private final Map<String, String> variables;
  private final AccountVariables accounts;
  private final List<OpenContractSettings> openContract;

  private SettingsEnvironment(Map<String, String> variables) {
    this.variables = variables;
    this.accounts = AccountVariables.of(variables);
    this.openContract = OpenContractSettings.all(variables);
    refuseTwice();
  }

  /**
   * Takes the variables of a process.
   *
   * @throws SettingsException where the variables of the accounts do not fit together, or the file
   *     of a secret cannot be read
   */
  public static SettingsEnvironment of(Map<String, String> environment) {
    Map<String, String> variables = new LinkedHashMap<>();
    secrets(environment)
        .forEach(
            (name, value) -> {
              if (!value.isBlank()) {
                variables.put(name, value.strip());
              }
            });
    return new SettingsEnvironment(variables);
  }

  /** Hires, queues and workflows are told apart by the account's name alone. */
  private void refuseTwice() {
    Set<String> names = new HashSet<>(accounts.accounts());
    for (OpenContractSettings account : openContract) {
      if (!names.add(account.name())) {
        throw new SettingsException(
            "Two accounts have the name %s, and one of them is of OpenContract: give that another by %s"
                .formatted(account.name(), OpenContractSettings.ACCOUNT));
      }
    }
  }

  /** The accounts of OpenContract, the one without a name of its own first. */
  public List<OpenContractSettings> openContract() {
    return openContract;
  }

  private static Map<String, String> secrets(Map<String, String> environment) {
    try {
      return SecretFiles.resolve(environment);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
  }

  /** Every variable that is not empty. */
  public Map<String, String> variables() {
    return Map.copyOf(variables);
  }

  /** What Micronaut is given in place of its own look at the environment. */
  public PropertySource[] propertySources() {
    Map<String, Object> all = new LinkedHashMap<>(variables);
    if (variables.containsKey(SCHEDULE)) {
      all.put(SCHEDULE + "_SCHEDULE", all.remove(SCHEDULE));
    }
    return new PropertySource[] {
      new Source("environment", all, PropertyConvention.ENVIRONMENT_VARIABLE),
      new Source("accounts", accounts.values(), PropertyConvention.JAVA_PROPERTIES)
    };
  }

  /** The variable that sets a property. */
  String variable(String property) {
    String account = accounts.names().get(property);
    if (account != null) {
      return account;
    }
    String name = property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    return name.equals(SCHEDULE + "_SCHEDULE") ? SCHEDULE : name;
  }

  /** The property of each account that a property of all of them stands for. */
  List<String> accountProperties(String ofEach) {
    String last = ofEach.substring(ofEach.lastIndexOf('.'));
    return accounts.names().keySet().stream().filter(name -> name.endsWith(last)).toList();
  }

  /** The value of a variable; empty where there is none. */
  String value(String variable) {
    return variables.getOrDefault(variable, "");
  }
}
