package dev.tenure.lifecycle.record;

import dev.tenure.lifecycle.hire.HireState;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.model.hire.IncidentDocument;
import java.util.Map;

/** The keys by which versions of a hire's documents are counted, and what is the same for all. */
public final class DocumentKeys {
  private DocumentKeys() {}

  public static String ofMilestone(String key) {
    return "milestone " + key;
  }

  public static String ofApproval(String id) {
    return "approval " + id;
  }

  public static String ofIncident(String id) {
    return "incident " + id;
  }

  /** Adds the incidents of a hire to its documents. */
  public static void addIncidents(HireState<?> hire, Map<String, Object> documents) {
    for (Incident incident : hire.incidents()) {
      documents.put(ofIncident(incident.id()), document(hire, incident));
    }
  }

  private static IncidentDocument document(HireState<?> hire, Incident incident) {
    return new IncidentDocument(
        incident.id(),
        incident.cause(),
        incident.detail(),
        incident.step().milestone(),
        incident.fixUrl(),
        incident.actions(),
        incident.openedAt(),
        incident.closedAt(),
        incident.resolution(),
        hire.recorded().versionOf(ofIncident(incident.id())));
  }
}
