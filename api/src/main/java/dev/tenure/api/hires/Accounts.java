package dev.tenure.api.hires;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The accounts that are set up here: {@code TENURE_ACCOUNTS}.
 *
 * @param accounts their names, with commas between
 */
@ConfigurationProperties("tenure")
record Accounts(@Bindable(defaultValue = "default") String accounts) {

  Set<String> names() {
    return Arrays.stream(accounts.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
