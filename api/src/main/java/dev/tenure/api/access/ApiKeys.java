package dev.tenure.api.access;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The API keys: {@code TENURE_API_KEYS}.
 *
 * @param keys {@code name:key} pairs with commas between; none leaves the front open
 */
@ConfigurationProperties("tenure.api")
public record ApiKeys(@Bindable(defaultValue = "") String keys) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e&&[^,]]{20,200}");
  private static final int SHOWN = 4;

  /**
   * Reads the keys once, so that wrong ones stop the start.
   *
   * @throws IllegalArgumentException when a piece is wrong: a key that was meant to be there and is
   *     not would lock people out, and half a key could be guessed
   */
  public ApiKeys {
    parse(keys);
  }

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

  /**
   * The keys in {@code name:key,...}.
   *
   * @throws IllegalArgumentException with words that name the first wrong piece, but never a whole
   *     key
   */
  static List<String> parse(String text) {
    List<String> keys = new ArrayList<>();
    Set<String> names = new HashSet<>();
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
        throw wrong(i, piece, "it is empty; no comma too many, please");
      }
      if (colon < 0) {
        throw wrong(i, piece, "it has no name; write name:key, and no comma within a key");
      }
      if (!NAME.matcher(name).matches()) {
        throw wrong(i, piece, "its name must have 1 to 64 letters, digits, dots, _ or -");
      }
      if (!KEY.matcher(key).matches()) {
        throw wrong(
            i,
            name + ":",
            "its key has %d characters; 20 to 200 printable ones without blank or comma are needed"
                .formatted(key.length()));
      }
      if (!names.add(name)) {
        throw wrong(i, name + ":", "its name was given before");
      }
      if (keys.contains(key)) {
        throw wrong(i, name + ":", "its key was given before, under another name");
      }
      keys.add(key);
    }
    return List.copyOf(keys);
  }

  private static IllegalArgumentException wrong(int index, String piece, String why) {
    String shown = piece.length() <= SHOWN || piece.endsWith(":") ? piece : cut(piece);
    return new IllegalArgumentException(
        "TENURE_API_KEYS cannot be read: piece %d (\"%s\"): %s.".formatted(index + 1, shown, why));
  }

  private static String cut(String piece) {
    return piece.substring(0, SHOWN) + "…";
  }

  @Override
  public String toString() {
    return "ApiKeys[" + all().size() + "]";
  }
}
