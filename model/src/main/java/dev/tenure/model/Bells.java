package dev.tenure.model;

import java.util.List;

/** Bells that ring together: one page of the feed for one hire, or those parked for it. */
public record Bells(List<Bell> bells) {

  public Bells {
    bells = List.copyOf(bells);
  }
}
