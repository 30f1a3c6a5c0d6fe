package dev.tenure.api.web;

import dev.tenure.journal.feed.EventView;

/** What happened, ready to print. */
public record EventLine(String summary, String type, When at) {

  static EventLine of(EventView view, Moments moments) {
    return new EventLine(
        view.event().summary(), view.event().type(), moments.when(view.event().at()));
  }
}
