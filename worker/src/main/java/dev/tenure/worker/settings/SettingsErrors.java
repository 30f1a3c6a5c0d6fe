package dev.tenure.worker.settings;

import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.context.exceptions.BeanCreationException;
import io.micronaut.core.naming.NameUtils;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells people which variable is wrong, where Micronaut tells which bean could not be made. */
public final class SettingsErrors {

  /** As Micronaut words what Bean Validation found, one line for each. */
  private static final Pattern VIOLATION =
      Pattern.compile("^\\s+(?:[\\w.$]+\\.)?(\\w+) - (.+)$", Pattern.MULTILINE);

  private static final Pattern UNFIT =
      Pattern.compile("property value \\[([^]]+)]\\. Unable to convert value .* due to: (.+)");

  /** What these hold is never repeated. */
  private static final Pattern SECRET =
      Pattern.compile("TOKEN|SECRET|PASSWORD|SLACK_URL|WEBHOOK_URL");

  private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(int.class, Integer.class, long.class);

  private SettingsErrors() {}

  /** What is wrong with the settings; empty where a start failed for another reason. */
  public static Optional<SettingsException> of(Throwable failure, SettingsEnvironment environment) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SettingsException settings) {
        return Optional.of(settings);
      }
      Optional<SettingsException> found = read(cause, environment);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<SettingsException> read(
      Throwable failure, SettingsEnvironment environment) {
    String message = String.valueOf(failure.getMessage());
    Matcher unfit = UNFIT.matcher(message);
    if (unfit.find()) {
      String variable = environment.variable(unfit.group(1));
      return Optional.of(refused(variable, environment.value(variable), unfit.group(2)));
    }
    Matcher violation = VIOLATION.matcher(message);
    if (failure instanceof BeanCreationException bean && violation.find()) {
      return bean.getRootBeanType()
          .flatMap(
              type -> type.getAnnotationMetadata().stringValue(ConfigurationReader.class, "prefix"))
          .map(prefix -> prefix + "." + NameUtils.hyphenate(violation.group(1)))
          .map(environment::variable)
          .map(variable -> refused(variable, environment.value(variable), violation.group(2)));
    }
    return Optional.empty();
  }

  /** A text that does not become what it stands for. */
  static SettingsException unfit(
      String variable, String text, Class<?> type, @Nullable Exception cause) {
    return refused(variable, text, wanted(type, cause));
  }

  private static String wanted(Class<?> type, @Nullable Exception cause) {
    if (WHOLE_NUMBERS.contains(type)) {
      return "it must be a whole number";
    }
    if (type == Duration.class) {
      return "it must be a duration such as PT1S";
    }
    if (type == Double.class || type == double.class) {
      return "it must be a number such as 2.5";
    }
    if (type == boolean.class) {
      return "it must be true or false";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(one -> one.toString().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(", ", "it must be one of ", ""));
    }
    return cause == null ? "it is no " + type.getSimpleName() : String.valueOf(cause.getMessage());
  }

  private static SettingsException refused(String variable, String text, String why) {
    String shown = SECRET.matcher(variable).find() ? variable : variable + "=" + text;
    return new SettingsException(shown + " cannot be used: " + why);
  }
}
