package dev.tenure.worker.settings;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses texts that do not become what they stand for. Micronaut would take the default, or leave
 * the setting out, without a word.
 */
@Context
final class SettingsCheck {

  private static final String PACKAGE = "dev.tenure.";

  private final ApplicationContext context;
  private final SettingsEnvironment environment;

  SettingsCheck(ApplicationContext context, SettingsEnvironment environment) {
    this.context = context;
    this.environment = environment;
    context.getBeanDefinitions(Qualifiers.byStereotype(ConfigurationReader.class)).stream()
        .filter(definition -> definition.getName().startsWith(PACKAGE))
        .forEach(this::check);
  }

  private void check(BeanDefinition<?> settings) {
    for (Argument<?> argument : settings.getConstructor().getArguments()) {
      for (String property : properties(settings, argument)) {
        context
            .getProperty(property, String.class)
            .ifPresent(text -> check(environment.variable(property), text, argument));
      }
    }
  }

  /** Several where each account has its own. */
  private List<String> properties(BeanDefinition<?> settings, Argument<?> argument) {
    String own =
        argument
            .getAnnotationMetadata()
            .stringValue(Property.class, "name")
            .orElseGet(
                () ->
                    settings.stringValue(ConfigurationReader.class, "prefix").orElseThrow()
                        + "."
                        + NameUtils.hyphenate(argument.getName()));
    return own.contains("*") ? environment.accountProperties(own) : List.of(own);
  }

  private <T> void check(String variable, String text, Argument<T> argument) {
    ArgumentConversionContext<T> conversion = ConversionContext.of(argument);
    Optional<T> value = context.getConversionService().convert(text, conversion);
    // To Micronaut every text that is not true is false.
    boolean neither = argument.getType() == boolean.class && !text.matches("(?i)true|false");
    if (value.isEmpty() || neither) {
      @Nullable Exception cause =
          conversion.getLastError().map(error -> error.getCause()).orElse(null);
      throw SettingsErrors.unfit(variable, text, argument.getType(), cause);
    }
  }
}
