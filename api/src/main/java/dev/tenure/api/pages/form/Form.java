package dev.tenure.api.pages.form;

import dev.tenure.api.problem.FieldError;
import dev.tenure.api.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A form to be filled in, ready to print.
 *
 * @param errors everything that is wrong with it, in the order of its fields
 */
public record Form(List<Group> groups, List<Violation> errors) {

  /** Fields that belong together. */
  public record Group(@Nullable String title, @Nullable String words, List<FormField> fields) {}

  /**
   * Something that is wrong.
   *
   * @param fieldId the HTML id of the field that it is about, if it is about one
   */
  public record Violation(String words, @Nullable String fieldId) {}

  public static Form of(List<Group> groups) {
    return new Form(groups, List.of());
  }

  /** The HTML id of the first field with an error, which gets the focus. */
  public @Nullable String firstWrong() {
    return errors.stream()
        .map(Violation::fieldId)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The same with what was typed. */
  public Form filled(Map<String, String> typed) {
    return each(
        field -> field.typed(typed.get(field.pointer()), typed.get("was:" + field.pointer())));
  }

  /**
   * The same with everything that is wrong, each beside the field that it is about.
   *
   * @param words why it was not carried out, where the problem names no field
   */
  public Form refused(Problem problem, String words) {
    List<FieldError> found = Objects.requireNonNullElse(problem.errors(), List.of());
    List<Violation> all = new ArrayList<>();
    found.stream()
        .filter(error -> fields().stream().noneMatch(field -> field.isMeantBy(error)))
        .forEach(error -> all.add(new Violation(error.detail(), null)));
    if (found.isEmpty()) {
      all.add(new Violation(words, null));
    }
    Form marked = each(field -> field.wrong(FormErrors.words(field, found)));
    marked.fields().stream()
        .filter(field -> field.error() != null)
        .forEach(field -> all.add(new Violation(inSummary(field), field.id())));
    return new Form(marked.groups(), List.copyOf(all));
  }

  /** Away from its field an error has to name it. */
  private static String inSummary(FormField field) {
    String words = String.valueOf(field.error());
    return words.startsWith(field.label()) ? words : field.label() + ": " + words;
  }

  public List<FormField> fields() {
    return groups.stream().flatMap(group -> group.fields().stream()).toList();
  }

  /** Whether anything was filled in, or changed. */
  public boolean touched() {
    return fields().stream().anyMatch(FormField::changed);
  }

  private Form each(UnaryOperator<FormField> change) {
    return new Form(
        groups.stream()
            .map(
                group ->
                    new Group(
                        group.title(), group.words(), group.fields().stream().map(change).toList()))
            .toList(),
        errors);
  }
}
