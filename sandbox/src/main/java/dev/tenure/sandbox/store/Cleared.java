package dev.tenure.sandbox.store;

/** What listeners get in place of a document when a shelf was emptied. */
public record Cleared(String shelf) {}
