package dev.tenure.sandbox.store;

/** What listeners get in place of a document when a collection was emptied. */
public record CollectionCleared(String collection) {}
