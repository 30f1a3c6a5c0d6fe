package dev.tenure.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What the front answered.
 *
 * @param body as it came
 * @param tag names the state that was answered, without its quotes
 * @param date the front's own clock, from the header
 */
public record Answer(
    int status, String body, JsonNode json, Optional<String> tag, Optional<String> date) {}
