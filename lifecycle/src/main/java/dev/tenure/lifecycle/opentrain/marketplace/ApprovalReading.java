package dev.tenure.lifecycle.opentrain.marketplace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a read of an approval showed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ApprovalReading.Seen.class, name = "seen"),
  @JsonSubTypes.Type(value = ApprovalReading.LostSight.class, name = "lost_sight")
})
public sealed interface ApprovalReading {

  record Seen(ApprovalSnapshot approval) implements ApprovalReading {}

  /** 404: not visible to this token, which says nothing about what became of it. */
  record LostSight() implements ApprovalReading {}
}
