package dev.tenure.activities.http;

import org.jspecify.annotations.Nullable;

/**
 * One call.
 *
 * @param path below the base address, with query, already encoded; begins with a slash
 * @param body JSON, where there is one
 */
public record Call(String method, String path, @Nullable String body) {

  public static Call get(String path) {
    return new Call("GET", path, null);
  }

  public static Call post(String path, @Nullable String body) {
    return new Call("POST", path, body);
  }
}
