package dev.tenure.lifecycle.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tenure.lifecycle.hire.Hire;
import java.io.UncheckedIOException;

/** The state of a hire in the form in which it is handed over to the next run. */
final class HireJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
          .registerModule(new JavaTimeModule())
          .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private HireJson() {}

  static String of(Hire hire) {
    try {
      return MAPPER.writeValueAsString(hire);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Hire read(String json) {
    try {
      return MAPPER.readValue(json, Hire.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same state in another object; fails where it is not the same. */
  static Hire copy(Hire hire) {
    String json = of(hire);
    Hire copy = read(json);
    assertThat(of(copy)).isEqualTo(json);
    return copy;
  }
}
