package dev.tenure.activities.http;

import org.jspecify.annotations.Nullable;

/**
 * What came back, whole.
 *
 * @param retryAfter the header of that name as sent
 */
public record Answer(int status, @Nullable String retryAfter, String body) {

  public boolean successful() {
    return status >= 200 && status < 300;
  }
}
