package dev.tenure.api.pages.shared;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is shown, ready to print.
 *
 * @param words such as “1–50 of 420”
 * @param first the address of the first page, unless this is it
 */
public record Pagination(
    String words,
    int page,
    int pages,
    @Nullable String first,
    @Nullable String previous,
    @Nullable String next) {

  /**
   * The part of a list that an address asks for.
   *
   * @param asked a page counted from 1; one that there is not means the last one
   * @param path the address of a page, counted from 1
   */
  public static Pagination of(int asked, int size, long total, IntFunction<String> path) {
    int pages = (int) Math.max(1, (total + size - 1) / size);
    int page = Math.clamp(asked, 1, pages);
    long from = (page - 1L) * size + 1;
    String words =
        total == 0 ? "none" : from + "–" + Math.min(total, from + size - 1) + " of " + total;
    return new Pagination(
        words,
        page,
        pages,
        page > 2 ? path.apply(1) : null,
        page > 1 ? path.apply(page - 1) : null,
        page < pages ? path.apply(page + 1) : null);
  }

  public int offset(int size) {
    return (page - 1) * size;
  }
}
