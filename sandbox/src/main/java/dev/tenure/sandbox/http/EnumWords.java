package dev.tenure.sandbox.http;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Constants as requests write them: in small letters. */
public final class EnumWords {
  private EnumWords() {}

  /**
   * The constant of a word; null when there is none.
   *
   * @throws InvalidRequest when the word is none of them
   */
  public static <E extends Enum<E>> @Nullable E of(
      Class<E> type, String field, @Nullable String word) {
    String said = Texts.said(word);
    if (said == null) {
      return null;
    }
    return Stream.of(type.getEnumConstants())
        .filter(value -> word(value).equals(said))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidRequest.field(
                    field,
                    Stream.of(type.getEnumConstants())
                        .map(EnumWords::word)
                        .collect(Collectors.joining(", ", "must be one of ", ""))));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
