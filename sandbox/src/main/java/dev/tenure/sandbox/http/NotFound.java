package dev.tenure.sandbox.http;

import java.io.Serial;

/** Something that a path names is not there; each marketplace tells it in its own way. */
public class NotFound extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String resource;
  private final String parameter;
  private final String id;

  /**
   * It is not there.
   *
   * @param resource what was looked for, in the plural
   * @param parameter the name of the id
   */
  public NotFound(String resource, String parameter, String id) {
    super("There is no " + parameter + " " + id + ".", null, false, false);
    this.resource = resource;
    this.parameter = parameter;
    this.id = id;
  }

  public String resource() {
    return resource;
  }

  public String parameter() {
    return parameter;
  }

  public String id() {
    return id;
  }
}
