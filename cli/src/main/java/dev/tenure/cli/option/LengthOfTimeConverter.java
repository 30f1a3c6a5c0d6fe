package dev.tenure.cli.option;

import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a length of time as people type it, {@code 3d}, {@code 12h} or {@code 30m}, or as the API
 * takes it, {@code P3D}. What is wrong with the latter the front says.
 */
final class LengthOfTimeConverter implements ITypeConverter<String> {
  private static final Pattern TYPED = Pattern.compile("(\\d{1,6})([dhm])");

  @Override
  public String convert(String text) {
    var typed = TYPED.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (typed.matches()) {
      var unit = typed.group(2).toUpperCase(Locale.ROOT);
      return (unit.equals("D") ? "P" : "PT") + typed.group(1) + unit;
    }
    if (text.startsWith("P")) {
      return text;
    }
    throw new TypeConversionException(
        "\"" + text + "\" is no length of time; write 3d, 12h, 30m or P3DT12H");
  }
}
