package dev.tenure.api.web;

import dev.tenure.journal.feed.EventView;

/** What happened, ready to print. */
public record EventRow(String summary, String type, Moment at) {

  static EventRow of(EventView view, RelativeTimes times) {
    return new EventRow(view.event().summary(), view.event().type(), times.when(view.event().at()));
  }
}
