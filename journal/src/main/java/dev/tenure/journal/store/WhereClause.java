package dev.tenure.journal.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code where} of a search, put together of the filters that are present. */
public final class WhereClause {

  private final List<String> conditions = new ArrayList<>();
  private final List<@Nullable Object> arguments = new ArrayList<>();

  /** A condition on one value, unless the value is absent. */
  public WhereClause with(String condition, @Nullable Object argument) {
    return argument == null ? this : all(condition, argument);
  }

  /** A condition on any number of values. */
  public WhereClause all(String condition, Object... values) {
    conditions.add(condition);
    arguments.addAll(Arrays.asList(values));
    return this;
  }

  /** The clause with a blank before it; empty where there is no condition. */
  public String sql() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** The arguments of the conditions, and then these. */
  public @Nullable Object[] arguments(Object... more) {
    List<@Nullable Object> all = new ArrayList<>(arguments);
    all.addAll(Arrays.asList(more));
    return all.toArray();
  }
}
