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

  /** What stands there: the name of the field, or "The body" at the root. */
  public String name() {
    return text.isEmpty() ? "The body" : text.substring(text.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return text;
  }
}
