package dev.tenure.api.body;

import dev.tenure.api.problem.FieldError;
import dev.tenure.api.problem.Pointer;
import dev.tenure.api.problem.Problems;
import dev.tenure.model.wire.WireName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with one request, gathered before it is refused; one for each place. */
public final class Violations {

  private final Map<String, FieldError> errors = new LinkedHashMap<>();

  Violations(List<FieldError> first) {
    first.forEach(this::add);
  }

  void add(FieldError error) {
    errors.putIfAbsent(error.pointer(), error);
  }

  public void add(Pointer at, String code, String detail) {
    add(new FieldError(at.text(), code, detail));
  }

  /** Whether something is wrong at a place. */
  public boolean at(Pointer place) {
    return errors.containsKey(place.text());
  }

  /** Refuses the request if anything is wrong. */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw Problems.invalid(List.copyOf(errors.values()));
    }
  }

  /** The value of a text; the default where the text is absent, or refused already. */
  public <T> @Nullable T value(
      Pointer at, @Nullable String text, @Nullable T byDefault, Function<String, T> reader) {
    return text == null || at(at) ? byDefault : reader.apply(text);
  }

  /** One of an enum's wire names; the default where it is absent, or refused already. */
  public <E extends Enum<E> & WireName> E choice(Pointer at, @Nullable String text, E byDefault) {
    return text == null || at(at)
        ? byDefault
        : WireName.find(byDefault.getDeclaringClass(), text).orElseThrow();
  }
}
