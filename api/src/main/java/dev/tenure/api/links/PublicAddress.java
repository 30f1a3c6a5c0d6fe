package dev.tenure.api.links;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.server.util.HttpHostResolver;
import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;

/**
 * Where people reach this front: as it is told ({@code TENURE_PUBLIC_URL}), or else as the request
 * that is being answered reached it.
 */
@Singleton
public final class PublicAddress {

  private final String told;
  private final HttpHostResolver hosts;

  PublicAddress(@Value("${front.public-url:}") String told, HttpHostResolver hosts) {
    this.told = told.replaceFirst("/$", "");
    this.hosts = hosts;
  }

  /** An address as a client can follow it: a path of this front's own is made whole. */
  public String of(String url) {
    return resolver().apply(url);
  }

  /** The same for later, when the request that is being answered now is over. */
  public UnaryOperator<String> resolver() {
    String origin = origin();
    return url -> url.startsWith("/") ? origin + url : url;
  }

  private String origin() {
    return told.isBlank()
        ? ServerRequestContext.currentRequest().map(hosts::resolve).orElse("")
        : told;
  }
}
