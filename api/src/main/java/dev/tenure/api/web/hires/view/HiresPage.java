package dev.tenure.api.web.hires.view;

import dev.tenure.api.web.hires.row.HireRow;
import dev.tenure.api.web.page.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of hires, ready to print.
 *
 * @param words how many the whole list has
 * @param newest where the list begins, unless it does so here
 * @param older where it goes on, if it does
 */
public record HiresPage(
    HireFilter filter,
    List<Tab> tabs,
    String words,
    List<HireRow> hires,
    @Nullable String newest,
    @Nullable String older) {}
