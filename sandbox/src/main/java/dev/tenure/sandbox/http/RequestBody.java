package dev.tenure.sandbox.http;

/**
 * A JSON object that a client sends; by this type Micronaut finds {@link BodyReader}, which also
 * validates it, whatever the content type says.
 */
public interface RequestBody {}
