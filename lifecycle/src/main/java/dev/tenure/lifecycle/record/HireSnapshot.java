package dev.tenure.lifecycle.record;

import dev.tenure.model.hire.HireDocument;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of a hire has been told, so that what is new can be found. */
public interface HireSnapshot {

  /** None before anything was told. */
  @Nullable HireDocument header();

  /** The documents beside the header, by {@link DocumentKeys}, in a fixed order. */
  Map<String, Object> documents();
}
