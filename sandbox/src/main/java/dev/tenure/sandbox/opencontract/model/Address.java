package dev.tenure.sandbox.opencontract.model;

import dev.tenure.sandbox.http.InvalidRequest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** EVM addresses are texts here; two are the same whatever the case of their letters. */
public final class Address {
  public static final String SHAPE = "0x[0-9a-fA-F]{40}";
  public static final String NO_ADDRESS = "must be an address: 0x and 40 hexadecimal digits";

  /** Where fees and slashed remainders go. */
  public static final String TREASURY = "0x00000000000000000000000000000000007ea507";

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  private Address() {}

  public static boolean fits(String text) {
    return PATTERN.matcher(text).matches();
  }

  /**
   * Looks at an address in a path.
   *
   * @throws InvalidRequest when it is none
   */
  public static void check(String address) {
    InvalidRequest.require(fits(address), "address", NO_ADDRESS);
  }

  public static boolean same(@Nullable String one, @Nullable String other) {
    return one != null && one.equalsIgnoreCase(other);
  }

  /** The form by which agents are found. */
  public static String key(String address) {
    return address.toLowerCase(Locale.ROOT);
  }
}
