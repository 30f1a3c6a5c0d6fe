package dev.tenure.activities.notify;

import java.math.BigInteger;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a window: at least nothing, less than the whole.
 *
 * @param parts how many of the parts
 * @param of into how many parts the window is divided
 */
public record Fraction(int parts, int of) implements Comparable<Fraction> {

  private static final Pattern TEXT = Pattern.compile("(0)|(\\d{1,6})/(\\d{1,6})");

  public Fraction {
    if (parts < 0 || parts >= of) {
      throw new IllegalArgumentException(parts + "/" + of + " is not between 0 and 1");
    }
  }

  /**
   * Reads {@code 0} or e.g. {@code 5/6}.
   *
   * @throws IllegalArgumentException with words for people
   */
  public static Fraction of(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is neither 0 nor a fraction such as 5/6");
    }
    return matcher.group(1) != null
        ? new Fraction(0, 1)
        : new Fraction(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
  }

  Duration of(Duration whole) {
    BigInteger millis =
        BigInteger.valueOf(whole.toMillis())
            .multiply(BigInteger.valueOf(parts))
            .divide(BigInteger.valueOf(of));
    return Duration.ofMillis(millis.longValueExact());
  }

  @Override
  public int compareTo(Fraction other) {
    return Long.compare((long) parts * other.of, (long) other.parts * of);
  }
}
