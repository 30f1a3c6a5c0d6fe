package dev.tenure.journal.feed;

import dev.tenure.model.message.HireEvent;

/**
 * An event and its place in the feed.
 *
 * @param position grows along the feed; may leave gaps
 */
public record EventView(long position, String hireId, String account, HireEvent event) {}
