package dev.tenure.sandbox.http;

/**
 * The views of JSON by which Serde tells the store from the network. A mapper that asks for no
 * view, as that of answers and forms, is shown both.
 */
public final class JsonViews {
  private JsonViews() {}

  /**
   * A request, in which every value has to be of its kind; an answer, whose times are the wall's.
   */
  public interface Wire {}

  /** A document as it is kept. */
  public interface Stored {}
}
