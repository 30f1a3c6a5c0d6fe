package dev.tenure.api.pages.shared;

import dev.tenure.api.problem.Parameters;
import dev.tenure.model.wire.WireName;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the address of a page asks for, and tells everything that is wrong with it at once. A
 * form sends what nobody filled in as well: what is blank is absent.
 */
public final class PageParameters extends Parameters {

  private static final int MOST_PAGES = 999_999_999;

  /** What was filled in, without the space around it; empty for nothing. */
  public static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Which page of a list, from 1. */
  public int page(@Nullable String text) {
    return (int) number("page", given(text), 1, 1, MOST_PAGES);
  }

  /** The place in a list that the page goes on from. */
  public @Nullable Long before(@Nullable String text) {
    return place("before", given(text));
  }

  @Override
  public <E extends Enum<E> & WireName> @Nullable E choice(
      String name, @Nullable String text, Class<E> type) {
    return super.choice(name, given(text), type);
  }
}
