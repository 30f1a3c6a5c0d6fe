package dev.tenure.sandbox.openapi;

import dev.tenure.sandbox.market.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One call that the marketplace answers.
 *
 * @param gate what it needs; null for a call without a token
 * @param body the schema of its body; null when it has none
 * @param answers from the status of a success to the shapes that it may have
 * @param refusals the statuses of refusals beyond those that follow from the gate
 */
record Operation(
    String method,
    String path,
    String summary,
    @Nullable Gate gate,
    List<Parameter> parameters,
    @Nullable Map<String, Object> body,
    String bodyType,
    Map<Integer, List<Class<?>>> answers,
    List<Integer> refusals) {
  private static final String JSON = "application/json";

  /** A parameter of the query. */
  record Parameter(String name, Map<String, Object> schema, boolean required) {}

  static Operation get(String path, String summary, @Nullable Gate gate) {
    return new Operation("get", path, summary, gate, List.of(), null, JSON, Map.of(), List.of());
  }

  static Operation of(String method, String path, String summary, @Nullable Gate gate) {
    return new Operation(method, path, summary, gate, List.of(), null, JSON, Map.of(), List.of());
  }

  Operation query(String name, Map<String, Object> schema) {
    return query(new Parameter(name, schema, false));
  }

  Operation query(Parameter parameter) {
    List<Parameter> all = new ArrayList<>(parameters);
    all.add(parameter);
    return new Operation(method, path, summary, gate, all, body, bodyType, answers, refusals);
  }

  Operation json(Map<String, Object> schema) {
    return new Operation(method, path, summary, gate, parameters, schema, JSON, answers, refusals);
  }

  Operation form(Map<String, Object> schema) {
    return new Operation(
        method,
        path,
        summary,
        gate,
        parameters,
        schema,
        "application/x-www-form-urlencoded",
        answers,
        refusals);
  }

  Operation answers(int status, Class<?>... shapes) {
    Map<Integer, List<Class<?>>> all = new TreeMap<>(answers);
    all.put(status, List.of(shapes));
    return new Operation(method, path, summary, gate, parameters, body, bodyType, all, refusals);
  }

  Operation refuses(Integer... statuses) {
    return new Operation(
        method, path, summary, gate, parameters, body, bodyType, answers, List.of(statuses));
  }
}
