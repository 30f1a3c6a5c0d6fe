package dev.tenure.activities.feed;

import dev.tenure.model.Bells;

/** Tells a hire that something of its own changed. */
@FunctionalInterface
public interface Bellringer {

  /** Rings. A hire that is over needs no bell; a service that is away throws. */
  void ring(String hireId, Bells bells);

  /** Tells, once for a page of the feed, that money of this account may have moved. */
  default void moneyMoved(String account) {}
}
