package dev.tenure.api.problem;

/** A JSON pointer (RFC 6901) that grows. */
public record Pointer(String text) {

  public static final Pointer ROOT = new Pointer("");

  public Pointer to(String name) {
    return new Pointer(text + "/" + name.replace("~", "~0").replace("/", "~1"));
  }

  public Pointer to(int index) {
    return new Pointer(text + "/" + index);
  }

  /** What stands there: the field, an entry as {@code scopes[0]}, or "The body" at the root. */
  public String name() {
    if (text.isEmpty()) {
      return "The body";
    }
    int last = text.lastIndexOf('/');
    String segment = text.substring(last + 1);
    return segment.chars().allMatch(c -> c >= '0' && c <= '9') && last > 0
        ? new Pointer(text.substring(0, last)).name() + "[" + segment + "]"
        : segment.replace("~1", "/").replace("~0", "~");
  }

  @Override
  public String toString() {
    return text;
  }
}
