package dev.tenure.cli.terminal;

/**
 * A column of a table.
 *
 * @param name what stands above it
 * @param right whether its cells stand to the right, as amounts do
 * @param least to how many columns of the terminal it may be cut; its cells stay whole where that
 *     is the largest number
 * @param optional whether it may be left out where there is no room
 */
public record Column(String name, boolean right, int least, boolean optional) {
  /** One title can still be told from another. */
  private static final int READABLE = 14;

  public static Column left(String name) {
    return new Column(name, false, Integer.MAX_VALUE, false);
  }

  public static Column right(String name) {
    return new Column(name, true, Integer.MAX_VALUE, false);
  }

  /** Words that may be cut. */
  public static Column words(String name) {
    return new Column(name, false, READABLE, false);
  }

  /** The same column, left out where there is no room; the last such one goes first. */
  public Column ifRoom() {
    return new Column(name, right, least, true);
  }

  /** Whether its cells are states, which are coloured by what they mean. */
  boolean tellsState() {
    return name.equals("STATUS") || name.equals("STATE");
  }
}
