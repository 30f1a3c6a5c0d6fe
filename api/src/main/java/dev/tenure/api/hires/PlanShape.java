package dev.tenure.api.hires;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tenure.model.HirePlan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A plan in the shape of the request that leads to it, with every default written out: equal plans
 * have equal shapes, and a pointer into the shape is one into the body.
 */
final class PlanShape {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private PlanShape() {}

  static JsonNode of(HirePlan plan) {
    ObjectNode shape = MAPPER.valueToTree(plan);
    JsonNode cap = shape.remove("cap");
    shape.putObject("budget").set("cap", cap);
    ((ObjectNode) shape.at("/milestones/0")).putNull("fund");
    return shape;
  }

  /** Stands for the meaning of a plan. */
  static String digest(HirePlan plan) {
    try {
      byte[] text = of(plan).toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
