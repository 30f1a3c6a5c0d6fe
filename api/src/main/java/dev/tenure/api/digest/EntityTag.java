package dev.tenure.api.digest;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names one state of a resource (RFC 9110, 8.8.3): the version for people to recognise, and a
 * digest of what is told, since a ledger entry changes the answer but not the version.
 *
 * @param text with its quotes, e.g. {@code "v7-3f1b…"}
 */
public record EntityTag(String text) {

  private static final int LENGTH = 16;

  public static EntityTag of(long version, byte[] told) {
    return new EntityTag("\"v" + version + "-" + Digests.of(told).substring(0, LENGTH) + "\"");
  }

  /** Whether {@code If-None-Match} names this state; a weak tag counts as well. */
  public boolean among(@Nullable String ifNoneMatch) {
    return ifNoneMatch != null
        && split(ifNoneMatch).stream()
            .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
            .anyMatch(tag -> tag.equals("*") || tag.equals(text));
  }

  /** Whether {@code If-Match} names this state; a weak tag never does. */
  public boolean required(String ifMatch) {
    return split(ifMatch).stream().anyMatch(tag -> tag.equals("*") || tag.equals(text));
  }

  /** The tags of a header. None of ours has a comma in it. */
  private static List<String> split(String header) {
    return Arrays.stream(header.split(",", -1)).map(String::strip).toList();
  }
}
