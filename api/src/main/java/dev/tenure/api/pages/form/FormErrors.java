package dev.tenure.api.pages.form;

import dev.tenure.api.problem.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a field in the words of the page instead of those of the API. */
final class FormErrors {

  private FormErrors() {}

  /** Nothing where none of the errors is about the field. */
  static @Nullable String words(FormField field, List<FieldError> errors) {
    String words =
        errors.stream()
            .filter(field::isMeantBy)
            .map(error -> words(field, error))
            .distinct()
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? null : words;
  }

  private static String words(FormField field, FieldError error) {
    return switch (field.type()) {
      case LABELS -> label(field, error);
      case MONEY, USDC -> money(field, error);
      case NUMBER, COUNT ->
          FormBody.isNumber(field)
              ? named(field.label(), error.detail())
              : quoted(field.value()) + " is not a number.";
      case TEXT, AREA, LINES, DAY, CHOICE, FUND ->
          error.code().equals("required")
              ? field.label()
                  + (field.type() == FormFieldType.LINES ? " are" : " is")
                  + " required."
              : named(field.label(), error.detail());
    };
  }

  private static String money(FormField field, FieldError error) {
    boolean dollars = field.type() == FormFieldType.MONEY;
    return switch (error.code()) {
      case "required" -> field.label() + " is required.";
      case "bad_amount" ->
          quoted(field.value())
              + " is not an amount. Write 1250.50 or "
              + (dollars ? "$1,250.50." : "1,250.50.");
      case "too_many_decimals" ->
          dollars ? "Dollars have at most two decimals." : "USDC has at most six decimals.";
      case "out_of_range" ->
          dollars
              ? "The amount must be above $0.00 and at most $1,000,000.00."
              : "The amount must be above 0.000000 and at most 1,000,000.000000 USDC.";
      default -> named(field.label(), error.detail());
    };
  }

  /** The pointer ends with the label's name. */
  private static String label(FormField field, FieldError error) {
    if (error.pointer().equals(field.pointer())) {
      return named(field.label(), error.detail());
    }
    String name =
        error
            .pointer()
            .substring(field.pointer().length() + 1)
            .replace("~1", "/")
            .replace("~0", "~");
    String label = "The label " + quoted(name);
    return switch (error.code()) {
      case "required" -> label + " has no value. Write “" + name + ": value”.";
      case "wrong_type" -> label + " stands twice. Leave one of them out.";
      default -> label + ": " + error.detail();
    };
  }

  /** The API's sentences begin with the JSON name of the field. */
  private static String named(String label, String detail) {
    String[] words = detail.split(" ", 2);
    return words.length == 2 && words[0].matches("[a-z][A-Za-z]*")
        ? label + " " + words[1]
        : detail;
  }

  private static String quoted(String text) {
    return "“" + text.strip() + "”";
  }
}
