package dev.tenure.sandbox.opentrain.http;

import io.micronaut.context.annotation.Factory;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;

/** Whole numbers in the query: one that is left empty is wrong, and not left out. */
@Factory
class ParameterConverters {

  @Singleton
  TypeConverter<CharSequence, Integer> integers() {
    return (text, type, context) -> whole(text, Integer::valueOf, context);
  }

  @Singleton
  TypeConverter<CharSequence, Long> longs() {
    return (text, type, context) -> whole(text, Long::valueOf, context);
  }

  private static <N> Optional<N> whole(
      CharSequence text, Function<String, N> parse, ConversionContext context) {
    try {
      return Optional.of(parse.apply(text.toString()));
    } catch (NumberFormatException e) {
      context.reject(text, e);
      return Optional.empty();
    }
  }
}
