package dev.tenure.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of a search, put together of the filters that are present. */
final class Conditions {

  private final List<String> conditions = new ArrayList<>();
  private final List<@Nullable Object> arguments = new ArrayList<>();

  /** A condition on one value, unless the value is absent. */
  Conditions with(String condition, @Nullable Object argument) {
    return argument == null ? this : all(condition, argument);
  }

  Conditions all(String condition, Object... values) {
    conditions.add(condition);
    arguments.addAll(Arrays.asList(values));
    return this;
  }

  String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** The arguments of the conditions, and then these. */
  @Nullable Object[] arguments(Object... more) {
    List<@Nullable Object> all = new ArrayList<>(arguments);
    all.addAll(Arrays.asList(more));
    return all.toArray();
  }
}
