package dev.tenure.api.web.hires.row;

import dev.tenure.api.web.page.Moment;
import dev.tenure.api.web.page.RelativeTimes;
import dev.tenure.journal.feed.EventView;
import org.jspecify.annotations.Nullable;

/**
 * What happened, ready to print.
 *
 * @param actor who commanded it, where somebody did
 */
public record EventRow(String summary, String type, Moment at, @Nullable String actor) {

  public static EventRow of(EventView view, RelativeTimes times) {
    return new EventRow(
        view.event().summary(),
        view.event().type(),
        times.when(view.event().at()),
        view.event().data().get("actor"));
  }
}
