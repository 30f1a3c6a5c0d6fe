package dev.tenure.api.events;

import dev.tenure.model.wire.WireName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What may happen to a hire, and what each event says of it in its {@code data}. All values are
 * text. A later release may add types and data; nothing here is taken away.
 */
// Its arrays and maps are written once, here, and handed out as copies.
@SuppressWarnings("ImmutableEnumChecker")
public enum EventType implements WireName {
  HIRE_REQUESTED("The hire is entered, and its way begins.", Data.ACTOR),
  HIRE_CHANGED("The requester changed terms.", Data.ACTOR),
  HIRE_PAUSED("Nothing new is asked of people.", Data.ACTOR),
  HIRE_RESUMED("It goes on after a pause.", Data.ACTOR),
  HIRE_CANCEL_COMMANDED("Its cancellation was commanded.", Data.ACTOR),
  HIRE_END_COMMANDED("The end of its contract was commanded.", Data.ACTOR),
  HIRE_ENDING(
      "Its end has begun, on OpenContract: what nobody accepted is cancelled, the rest waited for."),
  HIRE_CANCELLING("It is given up, and what is pending of it is watched until it is final."),
  HIRE_ENDED("It is closed: its contract has ended."),
  HIRE_DECLINED("It is closed: a person declined it."),
  HIRE_EXPIRED("It is closed: nobody decided in time."),
  HIRE_CANCELLED("It is closed: it was given up."),
  HIRE_GIVEN_UP("Its end was given up; the contract stays active."),
  HIRE_REOPENED("A contract turned up after it was closed; it is open again."),
  HIRE_REQUEST_UNANSWERED("It was closed before the marketplace answered a request of it."),
  APPROVAL_REQUESTED(
      "A person is asked for it, or the approval is in sight again.",
      Data.KIND,
      Data.URL,
      Data.TERMS),
  APPROVAL_CONFIRMED("A person confirmed.", Data.KIND, Data.URL, Data.TERMS, Data.ACTOR),
  APPROVAL_DECLINED("A person declined.", Data.KIND, Data.URL, Data.TERMS, Data.ACTOR),
  APPROVAL_EXPIRED("Nobody decided in time.", Data.KIND, Data.URL, Data.TERMS),
  APPROVAL_SUPERSEDED(
      "It can no longer be carried out.", Data.KIND, Data.URL, Data.TERMS, Data.ACTOR),
  APPROVAL_LOST_SIGHT("It can no longer be seen; the contract decides.", Data.KIND, Data.URL),
  CONTRACT_CREATED("The contract is signed.", Data.CONTRACT_ID),
  CONTRACT_ADOPTED("An operator named the contract.", Data.CONTRACT_ID, Data.BEFORE_ID),
  CONTRACT_BUDGET_OK("The contract's budget is fine again.", Data.BUDGET),
  CONTRACT_BUDGET_LOW("The contract's budget runs low.", Data.BUDGET),
  CONTRACT_BUDGET_DEPLETED("The contract's budget is used up.", Data.BUDGET),
  CONTRACT_BUDGET_CHANGED("The contract's budget is in a state unknown here.", Data.BUDGET),
  CONTRACT_ENDED("The contract has ended.", Data.CONTRACT_ID),
  MILESTONE_ADDED("A milestone was added by command.", Data.ACTOR),
  MILESTONE_RELEASE_COMMANDED("Its release was commanded.", Data.ACTOR),
  MILESTONE_FUND_COMMANDED("Its funding was commanded.", Data.ACTOR),
  MILESTONE_DISPUTE_COMMANDED("The dispute of its delivery was commanded.", Data.ACTOR),
  MILESTONE_DROPPED("It was given up.", Data.ACTOR, Data.MILESTONE_ID),
  MILESTONE_CREATED("It exists on the marketplace.", Data.MILESTONE_ID),
  MILESTONE_LEFT_UNFUNDED(
      "It was dropped while it was being created; it stays there unfunded.", Data.MILESTONE_ID),
  MILESTONE_ADOPTED("An operator named it.", Data.MILESTONE_ID),
  MILESTONE_FOREIGN("Somebody else made one.", Data.MILESTONE_ID),
  MILESTONE_PRICED("The marketplace set its price.", Data.CHANGE),
  MILESTONE_EDITED("People changed its amount.", Data.CHANGE),
  MILESTONE_FUNDED("Its money is in escrow.", Data.MILESTONE_ID, Data.WORKING_CONTRACT),
  MILESTONE_DELIVERED(
      "Its payout is requested, or its work handed in.", Data.MILESTONE_ID, Data.WORKING_CONTRACT),
  MILESTONE_PAID("Its money is released.", Data.MILESTONE_ID, Data.WORKING_CONTRACT),
  MILESTONE_CANCELLED("It was cancelled or refunded.", Data.MILESTONE_ID, Data.WORKING_CONTRACT),
  MILESTONE_MATCHED("A Worker accepted it, on OpenContract.", Data.WORKING_CONTRACT),
  MILESTONE_DISPUTED(
      "Its delivery is disputed, and Backup Agents vote, on OpenContract.", Data.WORKING_CONTRACT),
  MILESTONE_DISPUTE_OVERTAKEN(
      "The contract went on before its dispute could be paid, on OpenContract.",
      Data.WORKING_CONTRACT),
  MILESTONE_RESOLVED(
      "It is judged, and the marketplace moves the money, on OpenContract.", Data.WORKING_CONTRACT),
  MILESTONE_PARTLY_PAID(
      "Some of its criteria were met, and it was paid in part, on OpenContract.",
      Data.WORKING_CONTRACT),
  MILESTONE_REFUNDED(
      "None of its criteria was met, and it was refunded, on OpenContract.", Data.WORKING_CONTRACT),
  MILESTONE_UNMATCHED(
      "Nobody accepted it, and it was refunded, on OpenContract.", Data.WORKING_CONTRACT),
  MILESTONE_WORKER_WITHDREW(
      "Its Worker withdrew, and it was refunded, on OpenContract.", Data.WORKING_CONTRACT),
  MILESTONE_WORKER_ABSENT(
      "Its Worker delivered nothing, and it was refunded, on OpenContract.", Data.WORKING_CONTRACT),
  MILESTONE_LEFT_BEHIND(
      "It goes on, and is watched no more, since the end was given up, on OpenContract.",
      Data.WORKING_CONTRACT,
      Data.CREATION_KEY),
  INCIDENT_OPENED("A person is needed.", Data.INCIDENT, Data.ACTOR),
  INCIDENT_CLOSED("The person is needed no more.", Data.INCIDENT, Data.ACTOR);

  /** Data that come together, each with what it says. */
  private enum Data {
    ACTOR("actor", "who commanded it, where that is known"),
    KIND("kind", "the approval's kind"),
    URL("url", "where a person decides; absent where the journal tells it"),
    TERMS("termsDigest", "of the exact terms, on OpenContract"),
    WORKING_CONTRACT(
        "contractId",
        "the marketplace's id of the Working Contract, on OpenContract",
        "status",
        "the marketplace's word for its state, on OpenContract"),
    CREATION_KEY("key", "stands in the title of a contract that may have been created"),
    CONTRACT_ID("contractId", "the marketplace's id of the contract"),
    BEFORE_ID("before", "the id of the contract before"),
    MILESTONE_ID("milestoneId", "the marketplace's id of the milestone, once it has one"),
    CHANGE("before", "the amount before", "after", "the amount now"),
    INCIDENT("incidentId", "the incident's id", "cause", "its cause"),
    BUDGET(
        "contractId",
        "the marketplace's id of the contract",
        "before",
        "the state before: OK, LOW or DEPLETED",
        "state",
        "the state now",
        "funded",
        "hours or labels funded so far",
        "consumed",
        "hours or labels used up",
        "remaining",
        "hours or labels left");

    private final Map<String, String> fields = new LinkedHashMap<>();

    Data(String... namesAndWords) {
      for (int i = 0; i < namesAndWords.length; i += 2) {
        fields.put(namesAndWords[i], namesAndWords[i + 1]);
      }
    }
  }

  private final String words;
  private final Data[] data;

  EventType(String words, Data... data) {
    this.words = words;
    this.data = data;
  }

  /** The {@code type} of the event: what it is about, a dot, and what has happened to that. */
  @Override
  public String wire() {
    return WireName.super.wire().replaceFirst("_", ".");
  }

  /** What has happened. */
  public String words() {
    return words;
  }

  /** The names that its data may have, each with what it says. */
  public Map<String, String> data() {
    Map<String, String> all = new LinkedHashMap<>();
    Arrays.stream(data).forEach(one -> all.putAll(one.fields));
    return all;
  }
}
