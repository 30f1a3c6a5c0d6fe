package dev.tenure.api.hires.request;

import static dev.tenure.model.plan.OpenContractMilestone.DELIVER_WITHIN;
import static dev.tenure.model.plan.OpenContractMilestone.MATCH_WITHIN;
import static dev.tenure.model.plan.OpenContractMilestone.REVIEW_WITHIN;
import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.body.Violations;
import dev.tenure.api.hires.request.HireRequest.DeadlinesRequest;
import dev.tenure.api.hires.request.HireRequest.MilestoneRequest;
import dev.tenure.api.hires.request.HireRequest.OpenContractMilestoneRequest;
import dev.tenure.api.hires.request.HireRequest.OpenContractRequest;
import dev.tenure.api.hires.request.HireRequest.PoliciesRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.Durations;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OnSilence;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.OpenContractMilestone.Deadlines;
import dev.tenure.model.plan.OpenContractTerms;
import dev.tenure.model.plan.SelfApproval;
import dev.tenure.model.plan.TextLength;
import dev.tenure.model.plan.WorkerLost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules of OpenContract: a hire is known by its reference, each milestone is a Working Contract
 * with criteria and deadlines, and approvals are decided here.
 *
 * @param now deadlines that are over by then are refused
 * @param own the account's own address, where a worker has told it
 * @param named whether it is known who asks, by a key or a session
 * @param begun the review margin of a hire that is there already
 */
record OpenContractRules(
    Violations violations,
    Instant now,
    @Nullable String own,
    boolean named,
    @Nullable Duration begun)
    implements MarketplaceRules {

  /** The marketplace takes 200 characters; the rest is the key that a creation is found by. */
  private static final int LONGEST_NAME = 120;

  private static final String ZERO_ADDRESS = "0x" + "0".repeat(40);

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** A deadline that has passed when the creation arrives is refused by the marketplace. */
  private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);

  private static final Duration LONGEST = Duration.ofDays(365);

  /** Stands for a time that was refused: no other one is held against it. */
  private static final Duration REFUSED = Duration.ZERO;

  @Override
  public String currency() {
    return Money.USDC;
  }

  @Override
  public String identity(HireRequest request) {
    String reference = MilestoneReader.unlessBlank(request.externalRef());
    if (reference == null) {
      violations.add(
          Pointer.ROOT.to("externalRef"),
          "required",
          "externalRef is required: on OpenContract it makes the hire the one of its account.");
    }
    return reference == null ? "" : reference;
  }

  @Override
  public void checkHire(HireRequest request) {
    if (request.proposalId() != null) {
      notHere(Pointer.ROOT.to("proposalId"), "OpenContract has no proposals; name externalRef.");
    }
    if (request.confirmNotFitOverride() != null) {
      notHere(Pointer.ROOT.to("confirmNotFitOverride"), "OpenContract marks nobody as not a fit.");
    }
  }

  @Override
  public void checkPolicies(@Nullable PoliciesRequest policies) {
    if (policies != null && policies.onEditedTerms() != null) {
      notHere(POLICIES.to("onEditedTerms"), "Nobody can edit the terms of a Working Contract.");
    }
  }

  @Override
  public void checkChange(JsonNode patch) {
    if (patch.has("externalRef")) {
      fixed(
          Pointer.ROOT.to("externalRef"),
          "It makes the hire the one of its account on OpenContract.");
    }
    if (patch.path("policies").has("selfApproval")) {
      fixed(
          POLICIES.to("selfApproval"),
          "Who may decide approvals is settled when the hire is made.");
    }
    if (patch.path("policies").has("onEditedTerms")) {
      notHere(POLICIES.to("onEditedTerms"), "Nobody can edit the terms of a Working Contract.");
    }
  }

  @Override
  public void checkMilestone(Pointer at, boolean first, MilestoneRequest asked) {
    if (MilestoneReader.unlessBlank(asked.description()) == null) {
      violations.add(
          at.to("description"),
          "required",
          "description is required: it is all that a Worker reads of the task.");
    }
    if (asked.name() != null && TextLength.of(asked.name()) > LONGEST_NAME) {
      violations.add(
          at.to("name"),
          "too_long",
          "name may have at most " + LONGEST_NAME + " characters on OpenContract.");
    }
    if (asked.volume() != null) {
      notHere(at.to("volume"), "A Working Contract has a fixed price.");
    }
    if (asked.dueDate() != null) {
      notHere(
          at.to("dueDate"),
          "Say deliverWithin, or deadlines, in the milestone's openContract instead.");
    }
  }

  @Override
  public @Nullable OpenContractMilestone milestone(Pointer at, String key, MilestoneRequest asked) {
    OpenContractMilestoneRequest block = asked.openContract();
    Pointer place = at.to("openContract");
    if (block == null) {
      violations.add(
          place,
          "required",
          "openContract is required: it holds the acceptanceCriteria of the milestone.");
      return null;
    }
    boolean given = block.deadlines() != null;
    Deadlines deadlines = deadlines(place.to("deadlines"), block.deadlines());
    Duration review = within(place.to("reviewWithin"), block.reviewWithin(), REVIEW_WITHIN, given);
    boolean refused = deadlines == null && violations.within(place.to("deadlines"));
    OpenContractMilestone milestone =
        new OpenContractMilestone(
            texts(place.to("acceptanceCriteria"), block.acceptanceCriteria()),
            MilestoneReader.unlessBlank(block.supplementaryMaterials()),
            within(place.to("matchWithin"), block.matchWithin(), MATCH_WITHIN, given),
            within(place.to("deliverWithin"), block.deliverWithin(), DELIVER_WITHIN, given),
            refused ? REFUSED : review,
            deadlines);
    if (begun != null) {
      checkMargin(
          place.to(milestone.deadlines() == null ? "reviewWithin" : "deadlines"),
          begun,
          key,
          milestone);
    }
    return milestone;
  }

  @Override
  public OpenContractTerms terms(HireRequest request, List<MilestonePlan> milestones) {
    SelfApproval self =
        request.policies() == null
            ? SelfApproval.ALLOW
            : requireNonNullElse(request.policies().selfApproval(), SelfApproval.ALLOW);
    if (self == SelfApproval.FORBID && !named) {
      violations.add(
          POLICIES.to("selfApproval"),
          "needs_key",
          "forbid needs to know who began the hire, and this request came without a key or a"
              + " session. Set up keys (TENURE_API_KEYS or /v1/api-keys) and send yours, or leave"
              + " selfApproval out.");
    }
    return terms(request.openContract(), self, milestones);
  }

  @Override
  public OpenContractTerms changed(
      HireTerms now, @Nullable OpenContractRequest asked, List<MilestonePlan> ahead) {
    OpenContractTerms before = Objects.requireNonNull(now.openContract());
    return terms(asked, before.selfApproval(), ahead);
  }

  private OpenContractTerms terms(
      @Nullable OpenContractRequest sent, SelfApproval self, List<MilestonePlan> milestones) {
    OpenContractRequest asked =
        requireNonNullElseGet(
            sent, () -> new OpenContractRequest(null, null, null, null, null, null));
    WorkerLost lost = requireNonNullElse(asked.onWorkerLost(), WorkerLost.HOLD);
    Duration margin =
        span(
            OPEN_CONTRACT.to("reviewMargin"),
            asked.reviewMargin(),
            OpenContractTerms.REVIEW_MARGIN);
    if (!violations.at(OPEN_CONTRACT)) {
      checkMargin(margin, milestones);
    }
    return new OpenContractTerms(
        worker(OPEN_CONTRACT.to("worker"), asked.worker()),
        nextWorkers(asked, lost),
        requireNonNullElse(asked.onSilence(), OnSilence.LET_PAY),
        lost,
        self,
        span(
            OPEN_CONTRACT.to("approvalWindow"),
            asked.approvalWindow(),
            OpenContractTerms.APPROVAL_WINDOW),
        margin);
  }

  private List<String> nextWorkers(OpenContractRequest asked, WorkerLost lost) {
    List<String> next = new ArrayList<>();
    List<@Nullable String> named = asked.nextWorkers() == null ? List.of() : asked.nextWorkers();
    Pointer place = OPEN_CONTRACT.to("nextWorkers");
    if (!violations.at(OPEN_CONTRACT.to("onWorkerLost"))) {
      checkNextWorkers(place, asked, lost, named.isEmpty());
    }
    for (int i = 0; i < named.size(); i++) {
      String address = worker(place.to(i), named.get(i));
      if (named.get(i) == null) {
        missing(place.to(i));
      } else if (address != null) {
        if (next.contains(address) || address.equals(lower(asked.worker()))) {
          violations.add(place.to(i), "duplicate", "This Worker is named before; leave it out.");
        }
        next.add(address);
      }
    }
    return next;
  }

  private void checkNextWorkers(
      Pointer at, OpenContractRequest asked, WorkerLost lost, boolean nobody) {
    boolean tender = asked.worker() == null && !violations.at(OPEN_CONTRACT.to("worker"));
    if (!nobody && (lost != WorkerLost.NEXT_WORKER || tender)) {
      violations.add(
          at,
          "only_with_next_worker",
          "nextWorkers goes with a worker and onWorkerLost next_worker only; leave it out.");
    }
    if (nobody && lost == WorkerLost.NEXT_WORKER && asked.worker() != null) {
      violations.add(
          at,
          "required",
          "nextWorkers is required with onWorkerLost next_worker: name at least one other Worker,"
              + " or choose hold or close for onWorkerLost, or leave worker out for an open tender.");
    }
  }

  private @Nullable String worker(Pointer at, @Nullable String address) {
    String lower = lower(address);
    if (lower != null && lower.equals(lower(own))) {
      violations.add(
          at, "own_address", "The account itself has this address; nobody hires themselves.");
    }
    if (ZERO_ADDRESS.equals(lower)) {
      violations.add(
          at,
          "zero_address",
          at.name()
              + " must not be the zero address, which nobody holds; name the Worker's own, or leave"
              + " it out for an open tender.");
    }
    return violations.at(at) ? null : lower;
  }

  private static @Nullable String lower(@Nullable String address) {
    return address == null ? null : address.toLowerCase(Locale.ROOT);
  }

  private Duration within(
      Pointer at, @Nullable Duration asked, Duration byDefault, boolean deadlines) {
    if (asked != null && deadlines) {
      violations.add(
          at, "not_with_deadlines", at.name() + " or deadlines, not both; leave one out.");
    }
    return span(at, asked, byDefault, SHORTEST_WINDOW, "one minute");
  }

  private Duration span(Pointer at, @Nullable Duration asked, Duration byDefault) {
    return span(at, asked, byDefault, SHORTEST, "one second");
  }

  private Duration span(
      Pointer at, @Nullable Duration asked, Duration byDefault, Duration shortest, String words) {
    Duration span = requireNonNullElse(asked, byDefault);
    if (span.compareTo(shortest) < 0 || span.compareTo(LONGEST) > 0) {
      violations.add(
          at,
          "out_of_range",
          "%s must be at least %s and at most 365 days.".formatted(at.name(), words));
    }
    return violations.at(at) ? REFUSED : span;
  }

  private @Nullable Deadlines deadlines(Pointer at, @Nullable DeadlinesRequest asked) {
    if (asked == null) {
      return null;
    }
    Instant match = asked.match();
    Instant withdrawal = asked.withdrawal();
    Instant delivery = asked.delivery();
    Instant review = asked.review();
    after(at.to("match"), match, now, "match must lie ahead.");
    after(at.to("withdrawal"), withdrawal, match, "withdrawal must be after match.");
    if (delivery != null && withdrawal != null && delivery.isBefore(withdrawal)) {
      violations.add(at.to("delivery"), "out_of_order", "delivery must not be before withdrawal.");
    }
    after(at.to("review"), review, delivery, "review must be after delivery.");
    return match == null
            || withdrawal == null
            || delivery == null
            || review == null
            || violations.at(at.to("delivery"))
        ? null
        : new Deadlines(match, withdrawal, delivery, review);
  }

  private void after(Pointer at, @Nullable Instant one, @Nullable Instant before, String words) {
    if (one != null && before != null && !one.isAfter(before)) {
      violations.add(at, before.equals(now) ? "past" : "out_of_order", words);
    }
  }

  /** Without time between delivery and margin nobody could decide anything. */
  private void checkMargin(Duration margin, List<MilestonePlan> milestones) {
    for (MilestonePlan one : milestones) {
      OpenContractMilestone block = one.openContract();
      if (block != null) {
        checkMargin(OPEN_CONTRACT.to("reviewMargin"), margin, one.key(), block);
      }
    }
  }

  /** A review that does not last any time was refused, or named as such, already. */
  private void checkMargin(
      Pointer at, Duration margin, String milestone, OpenContractMilestone block) {
    Duration review =
        block.deadlines() == null
            ? block.reviewWithin()
            : Duration.between(block.deadlines().delivery(), block.deadlines().review());
    if (review.isPositive() && margin.compareTo(review) >= 0) {
      violations.add(
          at,
          "out_of_range",
          "reviewMargin, which is %s, must be shorter than the review of milestone %s, %s."
              .formatted(Durations.words(margin), milestone, Durations.words(review)));
    }
  }

  private List<String> texts(Pointer at, @Nullable List<@Nullable String> texts) {
    List<String> all = new ArrayList<>();
    for (int i = 0; texts != null && i < texts.size(); i++) {
      String text = texts.get(i);
      if (text == null) {
        missing(at.to(i));
      } else {
        all.add(text);
      }
    }
    return all;
  }

  private void missing(Pointer at) {
    violations.add(at, "required", at.name() + " must be a text; leave null out.");
  }

  private void fixed(Pointer at, String why) {
    violations.add(at, "not_changeable", why + " Leave " + at.name() + " out.");
  }

  private void notHere(Pointer at, String why) {
    violations.add(at, "not_on_opencontract", why + " Leave " + at.name() + " out.");
  }
}
