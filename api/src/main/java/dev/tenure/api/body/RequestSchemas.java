package dev.tenure.api.body;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import com.networknt.schema.regex.RegularExpression;
import dev.tenure.api.problem.FieldError;
import dev.tenure.api.problem.Pointer;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.io.ResourceResolver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds bodies against the schemas that the OpenAPI document publishes. Made at the start: the
 * first request shall not wait for it.
 */
@Context
final class RequestSchemas {

  private static final String SCHEMAS = "#/components/schemas/";

  private final ObjectNode document = JsonNodeFactory.instance.objectNode();
  private final JsonSchema root;

  RequestSchemas(ResourceResolver resources) {
    JsonNode schemas = BuiltDocument.read(resources).at("/components/schemas");
    document.putObject("components").set("schemas", schemas);
    expand(schemas);
    JsonMetaSchema openApi = OpenApi30.getInstance();
    // Known to its validators, but not as words of their own.
    JsonMetaSchema dialect =
        JsonMetaSchema.builder(openApi.getIri(), openApi)
            .keyword(new NonValidationKeyword("components"))
            .keyword(new NonValidationKeyword("exclusiveMinimum"))
            .build();
    root =
        JsonSchemaFactory.builder()
            .metaSchema(dialect)
            .defaultMetaSchemaIri(dialect.getIri())
            .build()
            .getSchema(
                SchemaLocation.of("urn:tenure:openapi"),
                document,
                SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .formatAssertionsEnabled(true)
                    .regularExpressionFactory(RequestSchemas::pattern)
                    .build());
  }

  /** To ECMA-262, as schemas speak it, {@code $} is the end; to Java a line break may follow. */
  private static RegularExpression pattern(String regex) {
    Pattern pattern =
        Pattern.compile(
            regex.endsWith("$") && !regex.endsWith("\\$")
                ? regex.substring(0, regex.length() - 1) + "\\z"
                : regex);
    return value -> pattern.matcher(value).find();
  }

  /**
   * OpenAPI 3.0 can say "this schema, or null" only by {@code nullable} beside {@code allOf}, which
   * validators read as "this schema": it is written out in its place.
   */
  private void expand(JsonNode node) {
    if (node instanceof ObjectNode schema
        && schema.path("nullable").asBoolean()
        && schema.has("allOf")) {
      JsonNode referred = document.at(schema.at("/allOf/0/$ref").asText().substring(1));
      schema.remove("allOf");
      referred
          .properties()
          .forEach(
              word -> {
                if (!schema.has(word.getKey())) {
                  schema.set(word.getKey(), word.getValue().deepCopy());
                }
              });
    }
    node.forEach(this::expand);
  }

  /** Everything in which a body differs from the schema of a type, one error for each place. */
  List<FieldError> errors(JsonNode body, Class<?> type) {
    Map<String, FieldError> errors = new LinkedHashMap<>();
    JsonSchema schema =
        root.getRefSchema(SchemaLocation.of(SCHEMAS + type.getSimpleName()).getFragment());
    // The validator takes null for what is required in an object that may itself be null.
    Stream.of(body, withoutNulls(body))
        .flatMap(tree -> schema.validate(tree).stream())
        .map(this::error)
        .forEach(error -> errors.merge(error.pointer(), error, RequestSchemas::graver));
    return List.copyOf(errors.values());
  }

  /** Null stands for a field that is left out. An entry of a list stays: it has a place. */
  private static JsonNode withoutNulls(JsonNode body) {
    JsonNode copy = body.deepCopy();
    removeNulls(copy);
    return copy;
  }

  private static void removeNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().removeIf(field -> field.getValue().isNull());
    }
    node.forEach(RequestSchemas::removeNulls);
  }

  /** A value of the wrong type breaks other rules as well, which say nothing then. */
  private static FieldError graver(FieldError one, FieldError other) {
    return other.code().equals("wrong_type") ? other : one;
  }

  private FieldError error(ValidationMessage message) {
    var at = new Pointer(message.getInstanceLocation().toString());
    String keyword = message.getSchemaLocation().getFragment().toString();
    return SchemaErrors.of(
        message,
        message.getProperty() == null ? at : at.to(message.getProperty()),
        document.at(JsonPointer.compile(keyword).head()));
  }
}
