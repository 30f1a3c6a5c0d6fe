package dev.tenure.api.web;

import dev.tenure.api.problem.FieldError;
import dev.tenure.api.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form to be filled in, ready to print.
 *
 * @param error what is wrong with it as a whole
 */
public record Sheet(List<Group> groups, @Nullable String error) {

  /** Fields that belong together. */
  public record Group(@Nullable String title, @Nullable String words, List<Field> fields) {}

  static Sheet of(List<Group> groups) {
    return new Sheet(groups, null);
  }

  /** The same with what was typed. */
  Sheet filled(Map<String, String> form) {
    return each(
        field -> field.typed(form.get(field.pointer()), form.get("was:" + field.pointer())));
  }

  /** The same with what is wrong beside the field that it is about. */
  Sheet refused(Problem problem, String words) {
    List<FieldError> errors = Objects.requireNonNullElse(problem.errors(), List.of());
    Sheet marked = each(field -> marked(field, errors));
    boolean all = !errors.isEmpty() && errors.stream().allMatch(this::hasPlace);
    return new Sheet(
        marked.groups(),
        all
            ? "Nothing was done yet: look at what is marked below."
            : Stream.concat(
                    Stream.of(words).filter(one -> errors.isEmpty()),
                    errors.stream().filter(one -> !hasPlace(one)).map(FieldError::detail))
                .collect(Collectors.joining(" ")));
  }

  List<Field> fields() {
    return groups.stream().flatMap(group -> group.fields().stream()).toList();
  }

  /** Whether anything was filled in, or changed. */
  boolean touched() {
    return fields().stream().anyMatch(Field::changed);
  }

  private boolean hasPlace(FieldError error) {
    return fields().stream().anyMatch(field -> isAbout(field, error));
  }

  private static Field marked(Field field, List<FieldError> errors) {
    String words =
        errors.stream()
            .filter(error -> isAbout(field, error))
            .map(FieldError::detail)
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? field : field.wrong(words);
  }

  private static boolean isAbout(Field field, FieldError error) {
    return error.pointer().equals(field.pointer())
        || error.pointer().startsWith(field.pointer() + "/");
  }

  private Sheet each(UnaryOperator<Field> change) {
    return new Sheet(
        groups.stream()
            .map(
                group ->
                    new Group(
                        group.title(), group.words(), group.fields().stream().map(change).toList()))
            .toList(),
        error);
  }
}
