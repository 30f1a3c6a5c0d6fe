package dev.tenure.sandbox.http;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A constant whose word, in requests and in answers, is its name in small letters. */
public interface EnumWord {

  String name();

  default String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its word; the name of a constant that has none. */
  static String of(Enum<?> constant) {
    return constant instanceof EnumWord one ? one.word() : constant.name();
  }

  /**
   * The constant of a word; null when there is none.
   *
   * @throws InvalidRequest when the word is none of them
   */
  static <E extends Enum<E> & EnumWord> @Nullable E of(
      Class<E> type, String field, @Nullable String word) {
    String said = Texts.said(word);
    if (said == null) {
      return null;
    }
    return Stream.of(type.getEnumConstants())
        .filter(value -> value.word().equals(said))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidRequest.field(
                    field,
                    Stream.of(type.getEnumConstants())
                        .map(EnumWord::word)
                        .collect(Collectors.joining(", ", "must be one of ", ""))));
  }
}
