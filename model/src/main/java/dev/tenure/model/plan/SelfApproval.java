package dev.tenure.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether whoever began a hire may decide its approvals. */
public enum SelfApproval {
  @JsonProperty("allow")
  ALLOW,
  @JsonProperty("forbid")
  FORBID;

  /** The name on the wire, e.g. in JSON. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
