package dev.tenure.api.temporal;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where Temporal is: {@code TEMPORAL_ADDRESS}, {@code TEMPORAL_NAMESPACE}, {@code
 * TENURE_TEMPORAL_UI_URL}.
 *
 * @param uiUrl origin of its Web UI; without it hires carry no link there
 * @param patience how long a request waits for a worker
 */
@ConfigurationProperties("front.temporal")
public record TemporalSettings(
    @Bindable(defaultValue = "127.0.0.1:8801") String address,
    @Bindable(defaultValue = "default") String namespace,
    @Nullable String uiUrl,
    @Bindable(defaultValue = "5s") Duration patience) {

  /** The page of a workflow in Temporal's Web UI. */
  public @Nullable String uiOf(String workflowId) {
    if (uiUrl == null || uiUrl.isBlank()) {
      return null;
    }
    String origin = uiUrl.endsWith("/") ? uiUrl.substring(0, uiUrl.length() - 1) : uiUrl;
    return origin + "/namespaces/" + namespace + "/workflows/" + workflowId;
  }
}
