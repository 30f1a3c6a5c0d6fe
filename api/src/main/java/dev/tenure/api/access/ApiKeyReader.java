package dev.tenure.api.access;

import io.micronaut.security.token.bearer.BearerTokenReader;
import io.micronaut.security.token.reader.HttpHeaderTokenReader;
import jakarta.inject.Singleton;

/** Reads the key of {@code X-Api-Key}, where {@code Authorization: Bearer} names none. */
@Singleton
final class ApiKeyReader extends HttpHeaderTokenReader {

  @Override
  public int getOrder() {
    return BearerTokenReader.ORDER + 1;
  }

  @Override
  protected String getHeaderName() {
    return "X-Api-Key";
  }

  @Override
  protected String getPrefix() {
    return "";
  }
}
