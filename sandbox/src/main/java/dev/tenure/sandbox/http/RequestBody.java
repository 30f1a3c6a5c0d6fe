package dev.tenure.sandbox.http;

/** A JSON object that a client sends; {@link BodyReader} binds such records. */
public interface RequestBody {}
