package dev.tenure.api.web;

/** A name and its value, ready to print. */
public record Fact(String name, String value) {}
