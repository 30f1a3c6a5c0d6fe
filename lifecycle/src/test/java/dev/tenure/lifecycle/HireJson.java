package dev.tenure.lifecycle;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tenure.lifecycle.hire.HireState;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** The state of a hire as JSON, in the very form in which a workflow hands it over. */
public final class HireJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
          .registerModule(new JavaTimeModule())
          .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private HireJson() {}

  public static String of(HireState<?> hire) {
    try {
      return MAPPER.writeValueAsString(hire);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static OpenTrainHire read(String json) {
    return read(json, OpenTrainHire.class);
  }

  /** The state of a hire on that marketplace. */
  public static <H extends HireState<?>> H read(String json, Class<H> marketplace) {
    try {
      return MAPPER.readValue(json, marketplace);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same state in another object. */
  public static OpenTrainHire copy(OpenTrainHire hire) {
    return read(of(hire));
  }

  /** The same state in another object; fails where it would be written otherwise. */
  public static OpenTrainHire exactCopy(OpenTrainHire hire) {
    String json = of(hire);
    OpenTrainHire copy = read(json);
    if (!of(copy).equals(json)) {
      throw new IllegalStateException(difference(json, of(copy)));
    }
    return copy;
  }

  /** Another state, made from this one by a change of its JSON. */
  public static OpenTrainHire changed(OpenTrainHire hire, Consumer<ObjectNode> change) {
    return changed(hire, OpenTrainHire.class, change);
  }

  /** The same of a hire on that marketplace. */
  public static <H extends HireState<?>> H changed(
      H hire, Class<H> marketplace, Consumer<ObjectNode> change) {
    ObjectNode tree = MAPPER.valueToTree(hire);
    change.accept(tree);
    return MAPPER.convertValue(tree, marketplace);
  }

  /** Where two states differ for the first time; not in words, but enough to find it. */
  public static String difference(String one, String other) {
    int at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return "…%s… became …%s…".formatted(around(one, at), around(other, at));
  }

  private static String around(String json, int at) {
    return json.substring(Math.max(0, at - 120), Math.min(json.length(), at + 120));
  }
}
