package dev.tenure.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, ready to print.
 *
 * @param pointer the place of its value in the request's JSON, which is its name, too
 * @param was what it held when the form was made; absent where nothing is changed by it
 * @param hint what may be filled in
 * @param longest how many characters it may have
 * @param error what is wrong with it
 */
public record Field(
    String pointer,
    String label,
    FieldKind kind,
    String value,
    @Nullable String was,
    @Nullable String hint,
    boolean required,
    int longest,
    List<Choice> choices,
    @Nullable String error) {

  private static final int LINE = 200;

  /** One of those that a field offers. */
  public record Choice(String value, String words) {}

  static Field of(String pointer, String label, FieldKind kind) {
    return new Field(pointer, label, kind, "", null, null, false, LINE, List.of(), null);
  }

  static Field choice(String pointer, String label, Choice... choices) {
    return of(pointer, label, FieldKind.CHOICE).offering(List.of(choices));
  }

  Field offering(List<Choice> offered) {
    return new Field(pointer, label, kind, value, was, hint, required, longest, offered, error);
  }

  Field hinting(String words) {
    return new Field(pointer, label, kind, value, was, words, required, longest, choices, error);
  }

  Field needed() {
    return new Field(pointer, label, kind, value, was, hint, true, longest, choices, error);
  }

  Field upTo(int characters) {
    return new Field(pointer, label, kind, value, was, hint, required, characters, choices, error);
  }

  /** The same with a value to begin with, which may be changed. */
  Field holding(@Nullable String present) {
    String text = present == null ? "" : present;
    return new Field(pointer, label, kind, text, text, hint, required, longest, choices, error);
  }

  /** The same as it was filled in, from the same beginning as it then was. */
  Field typed(@Nullable String text, @Nullable String before) {
    return new Field(
        pointer,
        label,
        kind,
        text == null ? value : lines(text),
        before == null ? was : lines(before),
        hint,
        required,
        longest,
        choices,
        error);
  }

  Field wrong(String words) {
    return new Field(pointer, label, kind, value, was, hint, required, longest, choices, words);
  }

  /** For what a form must name, in HTML. */
  public String id() {
    return "f" + pointer.replace('/', '-');
  }

  boolean changed() {
    return was == null ? !value.isBlank() : !value.strip().equals(was.strip());
  }

  /** Browsers send a line's end as two characters. */
  private static String lines(String text) {
    return text.replace("\r\n", "\n");
  }
}
