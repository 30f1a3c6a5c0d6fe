package dev.tenure.sandbox.http;

/** A JSON object, or a form, that a client sends; {@link RequestBodyReader} binds such records. */
public interface RequestBody {}
