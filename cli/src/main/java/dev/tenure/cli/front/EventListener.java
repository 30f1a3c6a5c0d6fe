package dev.tenure.cli.front;

import com.fasterxml.jackson.databind.JsonNode;

/** Hears what a stream of events tells. */
public interface EventListener {

  /** Something happened. Returns whether to go on. */
  boolean event(JsonNode event);

  /** Nothing happened, and the front says that it is still there. Returns whether to go on. */
  default boolean quiet() {
    return true;
  }

  /** The connection broke; it is made anew. Told once, however often that has to be tried. */
  default void lost(String why) {}
}
