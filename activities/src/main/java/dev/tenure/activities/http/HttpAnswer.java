package dev.tenure.activities.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What came back, whole and decompressed; of several headers of one name the first. */
public final class HttpAnswer {

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private HttpAnswer(int status, Map<String, String> headers, byte[] body) {
    Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    this.status = status;
    this.headers = Collections.unmodifiableMap(byName);
    this.body = body;
  }

  /**
   * An answer.
   *
   * @param body not copied: a list without pages has tens of megabytes
   */
  public static HttpAnswer of(int status, Map<String, String> headers, byte[] body) {
    return new HttpAnswer(status, headers, body);
  }

  public int status() {
    return status;
  }

  public boolean successful() {
    return status >= 200 && status < 300;
  }

  /** A header, whatever the case of its name. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** The body, not copied. */
  public byte[] body() {
    return body;
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return status + " with " + body.length + " bytes";
  }
}
