package dev.tenure.sandbox.opentrain.api;

import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import dev.tenure.sandbox.opentrain.rules.Links;
import dev.tenure.sandbox.opentrain.rules.account.Registrations;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;

/**
 * Where an agent finds out how to get a token. That both documents exist, and that the second has a
 * block {@code agent_auth}, is documented; the fields in that block are assumed.
 */
@Controller("/.well-known")
@Hidden
record DiscoveryController(Links links) {

  @Get("/oauth-protected-resource")
  Map<String, Object> resource() {
    return Map.of(
        "resource",
        links.origin() + ApiPath.V1,
        "authorization_servers",
        List.of(links.origin()),
        "bearer_methods_supported",
        List.of("header"),
        "scopes_supported",
        Scope.ALL);
  }

  @Get("/oauth-authorization-server")
  Map<String, Object> server() {
    return Map.of(
        "issuer", links.origin(),
        "token_endpoint", agent("/oauth/token"),
        "revocation_endpoint", agent("/oauth/revoke"),
        "grant_types_supported", List.of(Registrations.GRANT),
        "token_endpoint_auth_methods_supported", List.of("none"),
        "scopes_supported", Scope.ALL,
        "agent_auth",
            Map.of(
                "identity_endpoint", agent("/identity"),
                "claim_endpoint", agent("/identity/claim"),
                "token_endpoint", agent("/oauth/token"),
                "revocation_endpoint", agent("/oauth/revoke"),
                "grant_type", Registrations.GRANT,
                "identity_types_supported", List.of("anonymous")));
  }

  private String agent(String path) {
    return links.origin() + ApiPath.AGENT + path;
  }
}
