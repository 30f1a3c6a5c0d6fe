package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.model.wire.WireName;

/** Whether whoever began a hire may decide its approvals. */
public enum SelfApproval implements WireName {
  @JsonProperty("allow")
  ALLOW,
  @JsonProperty("forbid")
  FORBID
}
