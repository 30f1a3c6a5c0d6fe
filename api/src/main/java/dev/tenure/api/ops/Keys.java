package dev.tenure.api.ops;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * The API keys: {@code TENURE_API_KEYS}.
 *
 * @param keys {@code name:key} pairs with commas between; none leaves the front open
 */
@ConfigurationProperties("tenure.api")
public record Keys(@Bindable(defaultValue = "") String keys) {

  public boolean needed() {
    return !all().isEmpty();
  }

  /** Compares in constant time, so that a key cannot be guessed letter by letter. */
  public boolean accept(String given) {
    byte[] bytes = given.getBytes(StandardCharsets.UTF_8);
    boolean accepted = false;
    for (String key : all()) {
      accepted |= MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), bytes);
    }
    return accepted;
  }

  /** The keys themselves, without their names. */
  public List<String> all() {
    return parse(keys);
  }

  /** The keys in {@code name:key,...}; what has no name or no key is left out. */
  static List<String> parse(String keys) {
    return Arrays.stream(keys.split(",", -1))
        .map(String::strip)
        .filter(pair -> pair.indexOf(':') > 0 && pair.indexOf(':') < pair.length() - 1)
        .map(pair -> pair.substring(pair.indexOf(':') + 1))
        .toList();
  }

  @Override
  public String toString() {
    return "Keys[" + all().size() + "]";
  }
}
