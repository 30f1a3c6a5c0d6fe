package dev.tenure.activities.opencontract.signer;

import java.util.Locale;
import java.util.regex.Pattern;
import org.web3j.crypto.Keys;

/**
 * An address of an EVM chain. Two that differ in case alone are one.
 *
 * @param text {@code 0x} and 40 hexadecimal digits in lower case
 */
public record Address(String text) {

  private static final Pattern FORM = Pattern.compile("0x[0-9a-fA-F]{40}");
  private static final Pattern LOWER = Pattern.compile("0x[0-9a-f]{40}");

  /** Takes the normal form only; {@link #of} takes what people write. */
  public Address {
    if (!LOWER.matcher(text).matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is no address in lower case");
    }
  }

  /**
   * Reads an address, and its checksum (EIP-55) where it has one.
   *
   * @param field that holds it, for words to people
   * @throws IllegalArgumentException with words that name the field
   */
  public static Address of(String field, String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "%s=%s is no address: give 0x and 40 hexadecimal digits"
              .formatted(field, shortened(text)));
    }
    String digits = text.substring(2);
    boolean mixed =
        !digits.equals(digits.toLowerCase(Locale.ROOT))
            && !digits.equals(digits.toUpperCase(Locale.ROOT));
    if (mixed && !Keys.toChecksumAddress(text).equals(text)) {
      throw new IllegalArgumentException(
          "%s=%s fails its checksum (EIP-55), so a digit or its case is wrong: copy it again, or write it in lower case where you are sure"
              .formatted(field, text));
    }
    return new Address(text.toLowerCase(Locale.ROOT));
  }

  /** A key given where an address belongs must not end up in a message. */
  private static String shortened(String text) {
    return text.length() <= 10
        ? text
        : text.substring(0, 6) + "… (" + text.length() + " characters)";
  }

  /** Whether that text, of any case, is this address. */
  public boolean is(String other) {
    return text.equalsIgnoreCase(other);
  }

  /** Whether it is the one that nobody holds. */
  boolean isZero() {
    return text.matches("0x0{40}");
  }

  /** With the checksum, as wallets show it. */
  @Override
  public String toString() {
    return Keys.toChecksumAddress(text);
  }
}
