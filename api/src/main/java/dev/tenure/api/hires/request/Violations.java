package dev.tenure.api.hires.request;

import dev.tenure.api.problem.FieldError;
import dev.tenure.api.problem.Pointer;
import dev.tenure.api.problem.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with one request, gathered before it is refused. */
final class Violations {

  private final List<FieldError> errors = new ArrayList<>();

  void add(Pointer at, String code, String detail) {
    errors.add(new FieldError(at.text(), code, detail));
  }

  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw Problems.invalid(errors);
    }
  }

  boolean none() {
    return errors.isEmpty();
  }

  /** A text that must be there. */
  String required(Pointer at, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      add(at, "required", name(at) + " is required.");
      return "";
    }
    return notLonger(at, text, longest);
  }

  /** A text that may be absent; blank is absent. */
  @Nullable String optional(Pointer at, @Nullable String text, int longest) {
    return text == null || text.isBlank() ? null : notLonger(at, text, longest);
  }

  /** One of an enum's wire names, or the default where it is absent. */
  <E extends Enum<E>> E choice(
      Pointer at, @Nullable String text, E byDefault, Function<E, String> wire) {
    if (text == null) {
      return byDefault;
    }
    E[] all = byDefault.getDeclaringClass().getEnumConstants();
    Optional<E> found = Arrays.stream(all).filter(one -> wire.apply(one).equals(text)).findFirst();
    if (found.isEmpty()) {
      String offered = Arrays.stream(all).map(wire).collect(Collectors.joining(", "));
      add(at, "unknown_value", name(at) + " must be one of: " + offered + ".");
    }
    return found.orElse(byDefault);
  }

  private String notLonger(Pointer at, String text, int longest) {
    if (text.length() > longest) {
      add(at, "too_long", name(at) + " may have at most " + longest + " characters.");
    }
    if (!storable(text)) {
      add(at, "bad_character", name(at) + " contains U+0000 or half a surrogate pair.");
    }
    return text;
  }

  /** Whether the text is one that UTF-8 and the journal can hold. */
  static boolean storable(String text) {
    return text.indexOf('\0') < 0
        && text.codePoints()
            .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  static String name(Pointer at) {
    return at.text().isEmpty() ? "The body" : at.text().substring(at.text().lastIndexOf('/') + 1);
  }
}
