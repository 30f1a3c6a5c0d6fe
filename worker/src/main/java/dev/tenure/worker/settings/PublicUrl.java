package dev.tenure.worker.settings;

import java.net.URI;

/**
 * The address at which people reach Tenure's own pages.
 *
 * @param uri begins with {@code https} or {@code http}, without path, query and fragment
 */
public record PublicUrl(URI uri) {

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException where it is not the origin of a web page
   */
  static PublicUrl of(String text) {
    URI uri = URI.create(text);
    boolean bare = uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().equals("/");
    if (uri.getHost() == null
        || !String.valueOf(uri.getScheme()).matches("(?i)https?")
        || !bare
        || uri.getQuery() != null
        || uri.getFragment() != null) {
      throw new IllegalArgumentException(
          "it must be the address of a host alone, such as https://tenure.example, since the pages"
              + " have paths of their own");
    }
    return new PublicUrl(uri);
  }
}
