package dev.tenure.api.pages.form;

import dev.tenure.api.problem.FieldError;
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
public record FormField(
    String pointer,
    String label,
    FormFieldType type,
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

  public static FormField of(String pointer, String label, FormFieldType type) {
    return new FormField(pointer, label, type, "", null, null, false, LINE, List.of(), null);
  }

  public FormField offering(List<Choice> offered) {
    return new FormField(pointer, label, type, value, was, hint, required, longest, offered, error);
  }

  public FormField hinting(String words) {
    return new FormField(
        pointer, label, type, value, was, words, required, longest, choices, error);
  }

  public FormField needed() {
    return new FormField(pointer, label, type, value, was, hint, true, longest, choices, error);
  }

  public FormField upTo(int characters) {
    return new FormField(
        pointer, label, type, value, was, hint, required, characters, choices, error);
  }

  /** The same with a value to begin with, which may be changed. */
  public FormField holding(@Nullable String present) {
    String text = present == null ? "" : present;
    return new FormField(pointer, label, type, text, text, hint, required, longest, choices, error);
  }

  /** The same as it was filled in, from the same beginning as it then was. */
  public FormField typed(@Nullable String text, @Nullable String before) {
    return new FormField(
        pointer,
        label,
        type,
        text == null ? value : lines(text),
        before == null ? was : lines(before),
        hint,
        required,
        longest,
        choices,
        error);
  }

  public FormField wrong(@Nullable String words) {
    return new FormField(pointer, label, type, value, was, hint, required, longest, choices, words);
  }

  /** For what a form must name, in HTML. */
  public String id() {
    return "f" + pointer.replace('/', '-');
  }

  /** Whether an error is about this field, or about a part of it. */
  public boolean isMeantBy(FieldError error) {
    return error.pointer().equals(pointer) || error.pointer().startsWith(pointer + "/");
  }

  public boolean changed() {
    return was == null ? !value.isBlank() : !value.strip().equals(was.strip());
  }

  /** Browsers send a line's end as two characters. */
  private static String lines(String text) {
    return text.replace("\r\n", "\n");
  }
}
