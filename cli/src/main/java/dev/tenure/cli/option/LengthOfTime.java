package dev.tenure.cli.option;

import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * A length of time as people type it, {@code 3d}, {@code 12h} or {@code 30m}, or as the API takes
 * it, {@code P3D}.
 *
 * @param iso as the API takes it; what is wrong with it the front says
 */
public record LengthOfTime(String iso) {
  private static final Pattern TYPED = Pattern.compile("(\\d{1,6})([dhm])");

  /** Reads one. */
  public static LengthOfTime of(String text) {
    var typed = TYPED.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (typed.matches()) {
      var unit = typed.group(2).toUpperCase(Locale.ROOT);
      return new LengthOfTime((unit.equals("D") ? "P" : "PT") + typed.group(1) + unit);
    }
    if (text.startsWith("P")) {
      return new LengthOfTime(text);
    }
    throw new TypeConversionException(
        "\"" + text + "\" is no length of time; write 3d, 12h, 30m or P3DT12H");
  }

  @Override
  public String toString() {
    return iso;
  }
}
