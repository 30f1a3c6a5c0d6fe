package dev.tenure.sandbox.opentrain.http;

import dev.tenure.sandbox.http.ErrorFormat;
import dev.tenure.sandbox.opentrain.json.ErrorJson;
import dev.tenure.sandbox.opentrain.rules.Links;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns away writes that a page of another origin makes a browser send. Browsers say where a write
 * comes from; other clients say nothing and pass. The APIs of the marketplaces are left alone:
 * there a token is needed, which no foreign page has.
 */
@ServerFilter("/**")
record OriginFilter(Links links, List<ErrorFormat> formats) implements Ordered {

  /** A name that some server of names could have lied about is no proof of being this machine. */
  private static final Pattern ADDRESS =
      Pattern.compile("https?://(localhost|[0-9.]+|\\[[0-9a-fA-F:.]+])(:[0-9]+)?");

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @RequestFilter
  @Nullable HttpResponse<?> before(HttpRequest<?> request) {
    if (SAFE.contains(request.getMethod()) || ofMarketplace(request.getPath())) {
      return null;
    }
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    boolean own = origin == null ? !crossSite(request) : own(origin, request);
    return own
        ? null
        : HttpResponse.status(HttpStatus.FORBIDDEN)
            .body(
                ErrorJson.of(
                    Refusal.of(
                        Refusal.Code.FORBIDDEN,
                        "A page of another origin cannot write here: open the sandbox at %s, or"
                                .formatted(links.origin())
                            + " send no Origin header.",
                        Map.of("reason", "foreign_origin"))));
  }

  private boolean ofMarketplace(String path) {
    return path.startsWith(ApiPath.AGENT) || ErrorFormat.at(formats, path).callPath(path) != null;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  private static boolean crossSite(HttpRequest<?> request) {
    String site = request.getHeaders().get("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }

  private boolean own(String origin, HttpRequest<?> request) {
    String host = request.getHeaders().get(HttpHeaders.HOST);
    return origin.equalsIgnoreCase(links.origin())
        || (ADDRESS.matcher(origin).matches()
            && origin.substring(origin.indexOf("//") + 2).equalsIgnoreCase(host));
  }
}
