package dev.tenure.cli.terminal;

/** Where words for the user go. */
@FunctionalInterface
public interface Console {
  void say(String words);

  static Console standardOutput() {
    return words -> {
      System.out.println(Printable.lines(words));
      System.out.flush();
    };
  }
}
