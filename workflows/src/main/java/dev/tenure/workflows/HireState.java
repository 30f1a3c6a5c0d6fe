package dev.tenure.workflows;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.lifecycle.marketplace.BudgetSnapshot;
import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.HirePlan;
import dev.tenure.model.HireStatus;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestonePlan;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that a hire remembers; carried over whole when a run continues as new. */
public final class HireState {
  HireStatus status = HireStatus.REQUESTED;
  @Nullable String contractId;
  @Nullable String jobId;
  boolean contractEnded;

  /** How the hire closes, once that is decided. */
  @Nullable HireStatus closing;

  /** How the hire shall close once its pending approval, which nobody can recall, is final. */
  @Nullable HireStatus givenUpAs;

  boolean endRequested;

  /** The plan as it was changed under way; while there is none, the input's holds. */
  @Nullable HirePlan plan;

  /** The first milestone as the hire was last asked for, once the plan was changed. */
  @Nullable MilestonePlan hireAsked;

  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  boolean paused;

  LinkedHashSet<String> releasesRequested = new LinkedHashSet<>();

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  LinkedHashSet<String> fundingsRequested = new LinkedHashSet<>();

  Map<String, MilestoneDocument> milestones = new LinkedHashMap<>();
  Map<String, ApprovalDocument> approvals = new LinkedHashMap<>();
  Map<String, IncidentDocument> incidents = new LinkedHashMap<>();

  /** What final approvals showed, by id, until the step that asked has acted on it. */
  Map<String, ApprovalEnd> unsettled = new LinkedHashMap<>();

  /** The incident that holds a step, by step: a run that carries on finds it again. */
  Map<String, String> holds = new LinkedHashMap<>();

  /** Milestones that a call may have created unseen: they are looked for, not created again. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  LinkedHashSet<String> maybeCreated = new LinkedHashSet<>();

  /** What operators named on the marketplace to be taken as ours, by subject. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  Map<String, String> nominations = new LinkedHashMap<>();

  /** Whether the hire was asked for and no answer has come: an approval may stand over there. */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  boolean hireUnanswered;

  /** How much of the funded work is used up, where the contract is paid by hours or labels. */
  @Nullable BudgetSnapshot budget;

  /** Whether the marketplace told of another budget state and it has not been read yet. */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  boolean budgetRang;

  /** Whether people seem to have done something in the app, and it has not been read yet. */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  boolean appRang;

  /** Whether the hire was given up in that state, so that a last look is due. */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  boolean lookBack;

  /** Whether a last look is due before the hire closes without a contract. */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  boolean lookFirst;

  /** Milestones that a read of the contract has shown: only those can vanish from it. */
  LinkedHashSet<String> listed = new LinkedHashSet<>();

  /**
   * The latest commands carried out, by idempotency key: Temporal forgets update ids with a run.
   */
  Map<String, String> commands = new LinkedHashMap<>();

  LinkedHashSet<String> rungApprovals = new LinkedHashSet<>();
  boolean contractRang;
  long version;
  long lastEvent;
  @Nullable Instant updatedAt;
  @Nullable Instant closedAt;
  @Nullable String continuedFrom;
}
