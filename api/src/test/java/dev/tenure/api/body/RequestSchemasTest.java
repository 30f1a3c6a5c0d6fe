package dev.tenure.api.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.api.hires.request.HireRequest;
import dev.tenure.api.problem.FieldError;
import io.micronaut.core.io.ResourceResolver;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Bodies against the schemas that are published. */
class RequestSchemasTest {

  /** What a schema of a request may say: each either has words of its own, or no meaning here. */
  private static final Set<String> KNOWN =
      Set.of(
          "type",
          "properties",
          "required",
          "additionalProperties",
          "items",
          "$ref",
          "allOf",
          "nullable",
          "minItems",
          "maxItems",
          "maxProperties",
          "maxLength",
          "pattern",
          "format",
          "enum",
          "minimum",
          "exclusiveMinimum",
          "maximum",
          "multipleOf",
          "description",
          "default",
          "example");

  private final RequestSchemas schemas = new RequestSchemas(new ResourceResolver());

  @Test
  void aRequestUsesNoKeywordThatHasNoWords() {
    Set<String> used = new TreeSet<>();
    BuiltDocument.read(new ResourceResolver())
        .at("/components/schemas")
        .properties()
        .forEach(
            schema -> {
              if (schema.getKey().endsWith("Request")) {
                collect(schema.getValue(), used);
              }
            });
    assertThat(used).contains("maxLength", "pattern").isSubsetOf(KNOWN);
  }

  private static void collect(JsonNode schema, Set<String> used) {
    schema
        .properties()
        .forEach(
            word -> {
              used.add(word.getKey());
              if (word.getKey().equals("properties")) {
                word.getValue().forEach(property -> collect(property, used));
              } else if (word.getValue().isObject()) {
                collect(word.getValue(), used);
              }
            });
  }

  @Test
  void aLineBreakAtTheEndFitsNoPattern() throws Exception {
    List<FieldError> errors =
        schemas.errors(
            new ObjectMapper()
                .readTree(
                    """
                    {"proposalId":"x","milestones":[
                     {"key":"m1\\n","amount":{"amount":"450.00\\n","currency":"USD"}}]}
                    """),
            HireRequest.class);
    assertThat(errors)
        .extracting(FieldError::pointer)
        .containsExactlyInAnyOrder("/milestones/0/key", "/milestones/0/amount/amount");
  }

  @Test
  void everyRuleThatIsBrokenIsToldOnceWithItsPlaceAndItsRemedy() throws Exception {
    List<FieldError> errors =
        schemas.errors(
            new ObjectMapper()
                .readTree(
                    """
                    {"proposalId":"x","externalRef":null,"lables":{},"budget":null,
                     "milestones":[{"amount":{"amount":"1","currency":"USD"},"volume":0,
                       "release":7,"fund":{"when":"never"}}],
                     "policies":{"onDeclined":{"reRequest":11},"end":null}}
                    """),
            HireRequest.class);
    assertThat(errors)
        .extracting(error -> error.pointer() + ": " + error.detail())
        .containsExactlyInAnyOrder(
            "/lables: There is no field lables here; there are account, proposalId, externalRef,"
                + " labels, milestones, budget, confirmNotFitOverride, replaces, policies,"
                + " openContract.",
            "/milestones/0/volume: volume must be above 0 and at most 1000000.",
            "/milestones/0/release: release must be a string, in quotes.",
            "/milestones/0/fund/when: when must be one of: at_start, after_paid, on_request.",
            "/policies/onDeclined/reRequest: reRequest must be at least 0 and at most 10.");
  }
}
