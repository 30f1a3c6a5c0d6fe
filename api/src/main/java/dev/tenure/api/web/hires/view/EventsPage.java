package dev.tenure.api.web.hires.view;

import dev.tenure.api.web.hires.row.EventRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of what happened to a hire, the newest first, ready to print.
 *
 * @param newest where the list begins, unless it does so here
 */
public record EventsPage(
    String hirePath,
    String hireTitle,
    List<EventRow> events,
    @Nullable String newest,
    @Nullable String older) {}
