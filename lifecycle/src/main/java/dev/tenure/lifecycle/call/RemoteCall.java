package dev.tenure.lifecycle.call;

/**
 * One call of a hire to its marketplace. At most one call of a subject runs at a time; equal means
 * the same call, and what may change while it runs is no part of it.
 *
 * @param <C> the calls of one marketplace
 */
public interface RemoteCall<C extends RemoteCall<C>> {

  /** What it is about: calls of one subject never overlap. */
  String subject();

  /** The step that is held up while the call meets an obstacle. */
  Step step();

  /** Whether an obstacle or an outage has been told, so that it is tried rarely and without end. */
  boolean slow();

  /** The same call as one that goes on for as long as its obstacle lasts. */
  C slowly();

  /** Whether it may be stopped. A fast write may not: nobody would know what became of it. */
  boolean stoppable();
}
