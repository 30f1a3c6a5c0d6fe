package dev.tenure.api.web.page;

/** A part of a list that can be chosen, with how much is in it, ready to print. */
public record Tab(String words, long count, String path, boolean chosen) {}
