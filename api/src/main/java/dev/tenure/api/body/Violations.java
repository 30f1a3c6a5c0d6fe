package dev.tenure.api.body;

import dev.tenure.api.problem.FieldError;
import dev.tenure.api.problem.Pointer;
import dev.tenure.api.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that is wrong with one request, gathered before it is refused; one for each place. */
public final class Violations {

  private static final String UNKNOWN_FIELD = "unknown_field";

  /** What makes a body one that cannot be read, rather than one that breaks a rule. */
  private static final Set<String> MALFORMED = Set.of("wrong_type", UNKNOWN_FIELD);

  private static final Set<String> UNREADABLE =
      Set.of("unknown_value", "bad_date", "bad_time", "bad_duration");

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

  /** Whether something is wrong at a place, or with something in it. */
  public boolean within(Pointer place) {
    return at(place)
        || errors.keySet().stream().anyMatch(pointer -> pointer.startsWith(place.text() + "/"));
  }

  /** Takes over the fields that there are not, as another reading of the same body found them. */
  public void addUnknownFields(Violations other) {
    other.errors.values().stream()
        .filter(error -> error.code().equals(UNKNOWN_FIELD))
        .forEach(this::add);
  }

  /** Where something stands that has no value in Java, or none of the type that is wanted. */
  List<Pointer> unbindable() {
    return errors.values().stream()
        .filter(error -> MALFORMED.contains(error.code()) || UNREADABLE.contains(error.code()))
        .map(error -> new Pointer(error.pointer()))
        .toList();
  }

  /** Refuses the request if anything is wrong. */
  public void throwIfAny() {
    List<FieldError> all = List.copyOf(errors.values());
    if (all.stream().anyMatch(error -> MALFORMED.contains(error.code()))) {
      throw Problems.malformed(all);
    }
    if (!all.isEmpty()) {
      throw Problems.invalid(all);
    }
  }
}
