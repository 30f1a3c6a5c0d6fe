package dev.tenure.api.body;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A body that could be read.
 *
 * @param sent the JSON as it was sent
 * @param value the same, bound to its record
 * @param violations the rules of its schema that it breaks; rules between fields are added to them
 */
public record Body<T>(JsonNode sent, T value, Violations violations) {}
