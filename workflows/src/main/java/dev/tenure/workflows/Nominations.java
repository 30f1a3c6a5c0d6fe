package dev.tenure.workflows;

import dev.tenure.model.IncidentCause;
import dev.tenure.model.IncidentDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What operators named on the marketplace to be taken as ours. It is kept until the step concerned
 * has read it there and taken it up, or refused it.
 */
final class Nominations {
  /** Nothing was named: there must be exactly one that it can be. */
  static final String THE_ONLY_ONE = "";

  private static final String CONTRACT = "contract";

  private final HireState state;

  Nominations(HireState state) {
    this.state = state;
  }

  void name(IncidentDocument incident, @Nullable String marketplaceId) {
    String subject =
        switch (incident.cause()) {
          case MILESTONE_IN_DOUBT -> milestone(incident.milestone());
          case NOT_FOUND -> CONTRACT;
          default -> approval(incident.milestone());
        };
    state.nominations.put(subject, marketplaceId == null ? THE_ONLY_ONE : marketplaceId.strip());
  }

  /** Whether the operator must say which one: only milestones can be looked through. */
  static boolean mustBeNamed(IncidentCause cause) {
    return cause != IncidentCause.MILESTONE_IN_DOUBT;
  }

  Optional<String> ofMilestone(String key) {
    return named(milestone(key));
  }

  void milestoneDone(String key) {
    state.nominations.remove(milestone(key));
  }

  /** The approval named for what is asked for of this milestone; of the contract where null. */
  Optional<String> ofApproval(@Nullable String milestone) {
    return named(approval(milestone));
  }

  void approvalDone(@Nullable String milestone) {
    state.nominations.remove(approval(milestone));
  }

  Optional<String> ofContract() {
    return named(CONTRACT);
  }

  void contractDone() {
    state.nominations.remove(CONTRACT);
  }

  private Optional<String> named(String subject) {
    return Optional.ofNullable(state.nominations.get(subject));
  }

  private static String milestone(@Nullable String key) {
    return "milestone " + key;
  }

  private static String approval(@Nullable String milestone) {
    return milestone == null ? "approval" : "approval " + milestone;
  }
}
