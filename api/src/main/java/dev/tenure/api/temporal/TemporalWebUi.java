package dev.tenure.api.temporal;

import dev.tenure.workflows.connection.TemporalConnection;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Addresses in Temporal's Web UI, which the one of Temporal Cloud has in common with its own. */
@Singleton
public final class TemporalWebUi {

  private final @Nullable String origin;
  private final String namespace;

  TemporalWebUi(TemporalSettings settings, TemporalConnection connection) {
    String url = settings.uiUrl();
    this.origin = url == null || url.isBlank() ? null : url.replaceFirst("/$", "");
    this.namespace = connection.namespace();
  }

  /** The page of a workflow; null where nobody named the Web UI. */
  public @Nullable String linkTo(String workflowId) {
    return origin == null ? null : origin + "/namespaces/" + namespace + "/workflows/" + workflowId;
  }
}
