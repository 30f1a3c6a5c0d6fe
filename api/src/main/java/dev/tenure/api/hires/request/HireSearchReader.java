package dev.tenure.api.hires.request;

import dev.tenure.api.paging.Cursor;
import dev.tenure.api.problem.Parameters;
import dev.tenure.journal.read.HireQuery;
import dev.tenure.model.hire.HireStatus;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the search for hires out of a query. */
@Singleton
public final class HireSearchReader {

  public HireQuery read(
      @Nullable String status,
      @Nullable String account,
      @Nullable String proposalId,
      @Nullable String contractId,
      @Nullable String externalRef,
      @Nullable List<String> labels,
      @Nullable String cursor,
      @Nullable String limit) {
    var parameters = new Parameters();
    var query =
        new HireQuery(
            parameters.choice("status", status, HireStatus.class, HireStatus::wire),
            account,
            proposalId,
            contractId,
            externalRef,
            labels(parameters, labels),
            Cursor.HIRES.read(parameters, cursor),
            parameters.limit(limit));
    parameters.throwIfAny();
    return query;
  }

  private static Map<String, String> labels(Parameters parameters, @Nullable List<String> labels) {
    Map<String, String> read = new HashMap<>();
    if (labels != null) {
      for (String label : labels) {
        int colon = label.indexOf(':');
        if (colon < 1) {
          parameters.wrong("label", "label must be key:value.");
        } else {
          read.put(label.substring(0, colon), label.substring(colon + 1));
        }
      }
    }
    return read;
  }
}
