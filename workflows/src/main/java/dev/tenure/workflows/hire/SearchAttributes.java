package dev.tenure.workflows.hire;

import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.IncidentDocument;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributeUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The search attributes of a hire; the worker registers them before it begins to work. */
public final class SearchAttributes {
  static final SearchAttributeKey<String> STATUS = SearchAttributeKey.forKeyword("TenureStatus");
  static final SearchAttributeKey<String> ACCOUNT = SearchAttributeKey.forKeyword("TenureAccount");
  static final SearchAttributeKey<String> PROPOSAL =
      SearchAttributeKey.forKeyword("TenureProposal");
  static final SearchAttributeKey<String> CONTRACT =
      SearchAttributeKey.forKeyword("TenureContract");
  static final SearchAttributeKey<Boolean> INCIDENT =
      SearchAttributeKey.forBoolean("TenureIncident");

  /** Every name with its type. */
  public static final Map<String, IndexedValueType> ALL =
      Map.of(
          STATUS.getName(), STATUS.getValueType(),
          ACCOUNT.getName(), ACCOUNT.getValueType(),
          PROPOSAL.getName(), PROPOSAL.getValueType(),
          CONTRACT.getName(), CONTRACT.getValueType(),
          INCIDENT.getName(), INCIDENT.getValueType());

  private SearchAttributes() {}

  /** What a hire shows of itself, in a stable order. */
  static List<SearchAttributeUpdate<?>> of(HireDocument header, List<IncidentDocument> incidents) {
    List<SearchAttributeUpdate<?>> all = new ArrayList<>();
    all.add(ACCOUNT.valueSet(header.account()));
    all.add(PROPOSAL.valueSet(header.proposalId()));
    all.add(STATUS.valueSet(header.status().wire()));
    all.add(INCIDENT.valueSet(incidents.stream().anyMatch(IncidentDocument::open)));
    if (header.contractId() != null) {
      all.add(CONTRACT.valueSet(header.contractId()));
    }
    return all;
  }
}
