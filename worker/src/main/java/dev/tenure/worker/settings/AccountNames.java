package dev.tenure.worker.settings;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The accounts that {@code TENURE_ACCOUNTS} names, and the variables that are theirs alone: {@code
 * OT_API_TOKEN_ACME} is the token of {@code acme}.
 */
final class AccountNames {

  static final String VARIABLE = "TENURE_ACCOUNTS";

  /** The account whose variables have no name at their end. */
  static final String DEFAULT = "default";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

  private AccountNames() {}

  /**
   * The names, in their order.
   *
   * @throws SettingsException where one cannot be a name
   */
  static Set<String> of(Map<String, String> environment) {
    Set<String> names = new LinkedHashSet<>();
    for (String part : environment.getOrDefault(VARIABLE, "").split(",", -1)) {
      String name = part.strip();
      if (!name.isEmpty()) {
        names.add(checked(VARIABLE, name));
      }
    }
    return names;
  }

  /**
   * A name that somebody gave.
   *
   * @param variable that holds it, for words to people
   * @throws SettingsException where it cannot be one
   */
  static String checked(String variable, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new SettingsException(
          variable
              + " names an account \""
              + name
              + "\": a name begins with a-z, followed by up to 30 of a-z, 0-9 and -");
    }
    if (name.equals("file") || name.endsWith("-file")) {
      throw new SettingsException(
          variable
              + " names an account \""
              + name
              + "\": "
              + variable("OT_API_TOKEN", name)
              + " would name the file of a token; take another name");
    }
    return name;
  }

  /** The account's own variable. */
  static String variable(String stem, String account) {
    return account.equals(DEFAULT)
        ? stem
        : stem + "_" + account.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** The account's own variable where it is set, else that of all accounts. */
  static String nearest(String stem, String account, Map<String, String> environment) {
    String own = variable(stem, account);
    return environment.containsKey(own) ? own : stem;
  }

  /** A variable of an account that is not named is a name misspelt. */
  static void refuseUnnamed(String stem, Map<String, String> environment) {
    Set<String> known =
        of(environment).stream()
            .map(name -> variable(stem, name))
            .collect(Collectors.toUnmodifiableSet());
    environment.keySet().stream()
        .filter(name -> name.startsWith(stem + "_") && !known.contains(name))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw new SettingsException(
                  "%s is set, but %s does not name its account".formatted(name, VARIABLE));
            });
  }
}
