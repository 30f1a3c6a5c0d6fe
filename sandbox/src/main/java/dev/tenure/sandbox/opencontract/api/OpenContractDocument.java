package dev.tenure.sandbox.opencontract.api;

import static dev.tenure.sandbox.openapi.GeneratedDocument.map;
import static dev.tenure.sandbox.openapi.GeneratedDocument.ordered;

import dev.tenure.sandbox.openapi.GeneratedDocument;
import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.http.PaymentHeaders;
import dev.tenure.sandbox.opencontract.json.ApiKeyJson;
import dev.tenure.sandbox.opencontract.json.CheckpointJson;
import dev.tenure.sandbox.opencontract.json.ComplaintJson;
import dev.tenure.sandbox.opencontract.json.Envelope;
import dev.tenure.sandbox.opencontract.json.PaymentJson;
import dev.tenure.sandbox.opencontract.json.ProfileJson;
import dev.tenure.sandbox.opencontract.json.ResumeJson;
import dev.tenure.sandbox.opencontract.json.WorkingContractJson;
import dev.tenure.sandbox.opencontract.json.WorkloadJson;
import dev.tenure.sandbox.opencontract.model.ProtocolParameters;
import dev.tenure.sandbox.opencontract.model.Receipt;
import dev.tenure.sandbox.opencontract.model.Vote;
import dev.tenure.sandbox.opencontract.rules.ApiError.Code;
import dev.tenure.sandbox.opencontract.world.OpenContractSettings;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Serves the part of the generated document that speaks of OpenContract, with what follows for each
 * call from where it stands: its key, its payment, and the codes of its refusals.
 */
@Controller
@Hidden
@OpenAPIExtraSchema(
    classes = {
      ApiKeyJson.class,
      ApiKeyJson.Issued.class,
      ApiKeyJson.Revoked.class,
      ApiKeyJson.ToSign.class,
      CheckpointJson.class,
      ComplaintJson.class,
      Envelope.Failure.class,
      PaymentJson.Empty.class,
      PaymentJson.OldRequired.class,
      PaymentJson.Required.class,
      ProfileJson.class,
      ProtocolParameters.class,
      Receipt.class,
      ResumeJson.class,
      Vote.class,
      WorkingContractJson.class,
      WorkloadJson.class
    })
class OpenContractDocument {
  private static final String CREATE = "/contracts";
  private static final String CONTRACT = "/contracts/{contractId}";
  private static final String KEY_BY_SIGNATURE = "/agents/{address}/api-key";
  private static final Set<String> PAID =
      Set.of(CREATE, CONTRACT + "/accept", CONTRACT + "/dispute", CONTRACT + "/votes");

  private final byte[] document;

  OpenContractDocument(ObjectMapper json, Router router) throws IOException {
    GeneratedDocument made = new GeneratedDocument(json, router, OpenContractPath.V1 + "/");
    made.root().put("info", ordered("title", "OpenContract in the sandbox", "version", "v1"));
    made.components()
        .put(
            "securitySchemes",
            Map.of(
                "apiKey",
                ordered(
                    "type", "http", "scheme", "bearer", "description", "A key such as oc_live_…")));
    map(map(made.schemas(), "CreateContractRequest"), "properties").put("budgetOrPrice", amount());
    map(map(map(made.schemas(), "WorkingContractJson"), "properties"), "status")
        .put("enum", OpenContractSettings.WORDS);
    made.eachCall(OpenContractDocument::describe);
    this.document = made.print();
  }

  @Get(value = OpenContractPath.V1 + "/openapi.json", produces = MediaType.APPLICATION_JSON)
  byte[] read() {
    return document.clone();
  }

  private static void describe(UriRouteInfo<?, ?> route, Map<String, Object> call) {
    String path = route.getUriMatchTemplate().toString().substring(OpenContractPath.V1.length());
    boolean reads = route.getHttpMethodName().equals("GET");
    boolean keyed = route.getAnnotationMetadata().hasAnnotation(Keyed.class);
    GeneratedDocument.identify(call, route.getHttpMethodName(), path);
    parameters(call)
        .filter(one -> Objects.equals(one.get("name"), "status"))
        .forEach(one -> map(one, "schema").put("enum", OpenContractSettings.WORDS));
    call.put("security", keyed ? List.of(Map.of("apiKey", List.of())) : List.of());
    boolean paid = !reads && PAID.contains(path);
    if (paid) {
      pay(call);
    }
    Set<Code> codes = EnumSet.of(Code.RATE_LIMITED, Code.INTERNAL_ERROR);
    if (paid || call.containsKey("requestBody") || checksParameters(call)) {
      codes.add(Code.INVALID_REQUEST);
    }
    if (keyed) {
      codes.add(Code.UNAUTHORIZED);
    }
    if (route.getAnnotationMetadata().hasAnnotation(ThirdRevision.class)) {
      call.put("description", "Served with the setting thirdRevision only; otherwise it is a 404.");
      codes.add(Code.NOT_FOUND);
    }
    if (path.startsWith(CONTRACT) || path.matches("/agents/\\{address}/(resume|workload)")) {
      codes.add(Code.NOT_FOUND);
    }
    if (!reads && path.startsWith(CREATE)) {
      codes.addAll(List.of(Code.FORBIDDEN, Code.CONFLICT));
    }
    if (!reads && path.equals(CREATE)) {
      codes.addAll(List.of(Code.DUPLICATE_CONTRACT, Code.TOO_MANY_PENDING_ATTEMPTS));
    }
    if (path.startsWith(KEY_BY_SIGNATURE)) {
      codes.addAll(List.of(Code.INVALID_CHALLENGE, Code.UNAUTHORIZED));
    }
    if (path.equals(KEY_BY_SIGNATURE + "/revoke")) {
      codes.add(Code.KEY_NOT_FOUND);
    }
    if (path.endsWith("/me/profile")) {
      codes.add(Code.TOO_MANY_PROFILE_UPDATES);
    }
    refuse(call, codes);
  }

  private static Map<String, Object> amount() {
    return ordered(
        "description",
        "USDC, above 0, with at most six decimals",
        "anyOf",
        List.of(Map.of("type", "string"), Map.of("type", "number")));
  }

  private static Stream<Map<String, Object>> parameters(Map<String, Object> call) {
    return call.get("parameters") instanceof List<?> all
        ? all.stream().map(GeneratedDocument::object)
        : Stream.empty();
  }

  /** Ids of contracts are only looked up. */
  private static boolean checksParameters(Map<String, Object> call) {
    return parameters(call).anyMatch(one -> !Objects.equals(one.get("name"), "contractId"));
  }

  private static void pay(Map<String, Object> call) {
    List<Object> parameters = new ArrayList<>(parameters(call).toList());
    for (String name : List.of(PaymentHeaders.PAYMENT, PaymentHeaders.OLD_PAYMENT)) {
      parameters.add(
          ordered(
              "name",
              name,
              "in",
              "header",
              "required",
              false,
              "description",
              "The signed transfer that a quote asked for, as JSON in base64",
              "schema",
              ordered("type", "string", "format", "byte")));
    }
    call.put("parameters", parameters);
    Map<String, Object> responses = GeneratedDocument.responses(call);
    Map<String, Object> receipts = new TreeMap<>();
    for (String name : List.of(PaymentHeaders.RECEIPT, PaymentHeaders.OLD_RECEIPT)) {
      receipts.put(
          name, header("How the payment that came was settled; absent when none came", "Receipt"));
    }
    Map<String, Object> paid = new TreeMap<>(map(responses, "200"));
    paid.put("headers", receipts);
    responses.put("200", paid);
    Map<String, Object> quoted = new TreeMap<>(receipts);
    quoted.put(
        PaymentHeaders.QUOTE, header("What is to be paid, and where", "PaymentJson.Required"));
    Map<String, Object> unpaid =
        GeneratedDocument.response(
            "A payment is missing, or could not be settled",
            Map.of(
                "anyOf",
                List.of(
                    GeneratedDocument.reference("PaymentJson.OldRequired"),
                    GeneratedDocument.reference("PaymentJson.Empty"))));
    unpaid.put("headers", quoted);
    responses.put("402", unpaid);
  }

  private static Map<String, Object> header(String description, String decoded) {
    return ordered(
        "description",
        description,
        "schema",
        ordered("type", "string", "format", "byte"),
        "x-decoded",
        GeneratedDocument.reference(decoded));
  }

  private static void refuse(Map<String, Object> call, Collection<Code> codes) {
    Map<String, Object> responses = GeneratedDocument.responses(call);
    codes.stream()
        .collect(Collectors.groupingBy(Code::status, TreeMap::new, Collectors.toList()))
        .forEach(
            (status, same) -> {
              Map<String, Object> response = GeneratedDocument.response("Refused", failure(same));
              if (status == 429) {
                response.put(
                    "headers",
                    Map.of(
                        "Retry-After",
                        ordered(
                            "description",
                            "Seconds after which the call may come back",
                            "schema",
                            Map.of("type", "integer"))));
              }
              responses.put(Integer.toString(status), response);
            });
  }

  private static Map<String, Object> failure(List<Code> codes) {
    Map<String, Object> word = Map.of("enum", codes.stream().map(Code::word).toList());
    return Map.of(
        "allOf",
        List.of(
            GeneratedDocument.reference("Envelope.Failure"),
            Map.of("properties", Map.of("error", Map.of("properties", Map.of("code", word))))));
  }
}
