package dev.tenure.sandbox;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes values that fit a schema, out of what is known and of what could be meant. */
final class Sense {
  private static final int TRIES = 60;
  private static final List<JsonNode> THINGS =
      list(
          Reply.parse(
              """
              [null, true, false, "x", "Batch 1", "7", "0", " y ", "2027-03-04",
               "2099-01-01T00:00:00Z", "2098-05-06T07:08:09.5+02:00",
               "https://example.com/hook?a=1", "http://localhost:9/h", "ada@example.com",
               "grace.h@example.org", 1, 12.5, 450, 9999.99, 0.01]
              """));

  private final ApiDocument document;
  private final SchemaCheck check;
  private final Known known;
  private final Random random;

  Sense(ApiDocument document, Known known, long seed) {
    this.document = document;
    this.check = new SchemaCheck(document);
    this.known = known;
    this.random = new Random(seed);
  }

  boolean oneIn(int most) {
    return random.nextInt(most) == 0;
  }

  JsonNode value(String name, JsonNode reference) {
    JsonNode schema = document.whole(reference);
    for (int i = 0; i < TRIES; i++) {
      JsonNode value = drawn(name, schema);
      if (check.fits(schema, value)) {
        return value;
      }
    }
    throw new AssertionError("nothing fits " + name + ": " + schema);
  }

  private JsonNode drawn(String name, JsonNode schema) {
    List<String> pool = known.of(name);
    if (!pool.isEmpty() && !oneIn(8)) {
      return JsonNode.createStringNode(any(pool));
    }
    if (schema.get("properties") != null) {
      return object(schema);
    }
    if (schema.get("items") != null && !oneIn(8)) {
      return JsonNode.createArrayNode(List.of(value("", Reply.in(schema, "items"))));
    }
    JsonNode words = schema.get("enum");
    List<JsonNode> fitting =
        (words == null ? THINGS : list(words))
            .stream().filter(thing -> check.fits(schema, thing)).toList();
    return fitting.isEmpty() ? JsonNode.nullNode() : any(fitting);
  }

  private JsonNode object(JsonNode schema) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    if (schema.get("required") != null) {
      list(Reply.in(schema, "required")).forEach(one -> required.add(one.getStringValue()));
    }
    Reply.in(schema, "properties")
        .entries()
        .forEach(
            entry -> {
              if (required.contains(entry.getKey()) || !oneIn(3)) {
                fields.put(entry.getKey(), value(entry.getKey(), entry.getValue()));
              }
            });
    return JsonNode.createObjectNode(fields);
  }

  private <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.values().forEach(all::add);
    return all;
  }
}
