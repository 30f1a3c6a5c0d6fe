package dev.tenure.api.web.hires.row;

import dev.tenure.api.web.page.Moment;
import dev.tenure.api.web.page.RelativeTimes;
import dev.tenure.journal.feed.EventView;

/** What happened, ready to print. */
public record EventRow(String summary, String type, Moment at) {

  public static EventRow of(EventView view, RelativeTimes times) {
    return new EventRow(view.event().summary(), view.event().type(), times.when(view.event().at()));
  }
}
