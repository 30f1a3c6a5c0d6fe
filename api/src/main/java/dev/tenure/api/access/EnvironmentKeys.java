package dev.tenure.api.access;

import io.micronaut.context.annotation.ConfigurationInject;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The API keys of the environment: {@code TENURE_API_KEYS}. They may do everything, need no
 * journal, and change at a restart only; see {@link ApiKeys} for those that are made and revoked
 * meanwhile.
 */
@ConfigurationProperties("tenure.api")
public final class EnvironmentKeys {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e&&[^,]]{20,200}");

  private final Map<String, String> all;

  /**
   * Reads the keys once, so that wrong ones stop the start.
   *
   * @param keys {@code name:key} pairs with commas between; none leaves the front open
   * @throws IllegalArgumentException when a piece is wrong: a key that was meant to be there and is
   *     not would lock people out, and half a key could be guessed
   */
  @ConfigurationInject
  public EnvironmentKeys(@Bindable(defaultValue = "") String keys) {
    this.all = parse(keys);
  }

  public boolean needed() {
    return !all.isEmpty();
  }

  /**
   * The name of a key. Compares in constant time, so that a key cannot be guessed letter by letter.
   */
  Optional<String> nameOf(String given) {
    byte[] bytes = given.getBytes(StandardCharsets.UTF_8);
    String found = null;
    for (Map.Entry<String, String> key : all.entrySet()) {
      if (MessageDigest.isEqual(key.getValue().getBytes(StandardCharsets.UTF_8), bytes)) {
        found = key.getKey();
      }
    }
    return Optional.ofNullable(found);
  }

  /** The keys by their names. */
  public Map<String, String> all() {
    return all;
  }

  /**
   * The keys in {@code name:key,...}.
   *
   * @throws IllegalArgumentException with words that name the first wrong piece, but never a whole
   *     key
   */
  static Map<String, String> parse(String text) {
    Map<String, String> keys = new LinkedHashMap<>();
    if (text.isBlank()) {
      return keys;
    }
    String[] pieces = text.split(",", -1);
    for (int i = 0; i < pieces.length; i++) {
      String piece = pieces[i].strip();
      int colon = piece.indexOf(':');
      String name = colon < 0 ? "" : piece.substring(0, colon);
      String key = piece.substring(colon + 1);
      if (piece.isEmpty()) {
        throw wrong(i, "it is empty; no comma too many, please");
      }
      if (colon < 0) {
        throw wrong(i, "it has no name; write name:key, and no comma within a key");
      }
      if (!NAME.matcher(name).matches()) {
        throw wrong(i, "its name must have 1 to 64 letters, digits, dots, _ or -");
      }
      if (name.equals(Principal.LOCAL.name())) {
        throw wrong(i, "its name stands for whoever comes without a key; take another one");
      }
      if (!KEY.matcher(key).matches()) {
        throw wrong(
            i,
            "its key has %d characters; 20 to 200 printable ones without blank or comma are needed"
                .formatted(key.length()));
      }
      if (keys.containsKey(name)) {
        throw wrong(i, "its name was given before");
      }
      if (keys.containsValue(key)) {
        throw wrong(i, "its key was given before, under another name");
      }
      keys.put(name, key);
    }
    return Collections.unmodifiableMap(keys);
  }

  /** Nothing of the piece: who takes name for key would see the key printed. */
  private static IllegalArgumentException wrong(int index, String why) {
    return new IllegalArgumentException(
        "TENURE_API_KEYS cannot be read: piece %d: %s.".formatted(index + 1, why));
  }

  @Override
  public String toString() {
    return "EnvironmentKeys[" + all.size() + "]";
  }
}
