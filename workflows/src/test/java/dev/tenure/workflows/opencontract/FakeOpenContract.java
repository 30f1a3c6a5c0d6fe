package dev.tenure.workflows.opencontract;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.opencontract.marketplace.NewWorkingContract;
import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.opencontract.marketplace.ProtocolParameters;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractReading;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractSnapshot;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.money.Money;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.hire.MarketplaceCall;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * OpenContract in memory, on the clock of the test environment: deadlines fire when somebody looks,
 * Workers and voters do as they are told.
 */
final class FakeOpenContract implements OpenContractActivities {
  static final ProtocolParameters PROTOCOL =
      new ProtocolParameters(
          new BigDecimal("0.05"),
          new BigDecimal("0.05"),
          new BigDecimal("0.05"),
          new BigDecimal("0.3"),
          new BigDecimal("0.8"),
          Duration.ofHours(24));

  /**
   * What a Worker does.
   *
   * @param answers from the creation to the answer; null for one who never answers
   * @param accepts the answer
   * @param delivers from the match to the delivery; null for one who never delivers
   */
  record Worker(@Nullable Duration answers, boolean accepts, @Nullable Duration delivers) {

    static Worker diligent() {
      return new Worker(Duration.ofHours(1), true, Duration.ofHours(5));
    }

    static Worker declining() {
      return new Worker(Duration.ofHours(1), false, null);
    }

    static Worker absent() {
      return new Worker(Duration.ofHours(1), true, null);
    }
  }

  private static final class Contract {
    final String id;
    final NewWorkingContract terms;
    final Worker worker;
    final Instant createdAt;
    String status = "created";
    Instant since;
    @Nullable List<String> criteriaMet;
    @Nullable String delivery;
    @Nullable Money stake;
    @Nullable Money bond;

    Contract(String id, NewWorkingContract terms, Worker worker, Instant now) {
      this.id = id;
      this.terms = terms;
      this.worker = worker;
      this.createdAt = now;
      this.since = now;
    }
  }

  final List<String> calls = new CopyOnWriteArrayList<>();

  /** Who takes the next contracts; a diligent Worker where nobody is left. */
  final ConcurrentLinkedQueue<Worker> workers = new ConcurrentLinkedQueue<>();

  /** The votes on every dispute, per criterion; and how long they take. */
  volatile List<String> votes = List.of();

  volatile Duration voting = Duration.ofHours(10);
  volatile Duration settling = Duration.ofMinutes(3);

  /** Whether the account's sweep tells the hire of each change. */
  volatile boolean swept = true;

  private final Map<String, Contract> contracts = new LinkedHashMap<>();
  private final Map<String, ConcurrentLinkedQueue<Supplier<? extends RuntimeException>>> failures =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final TestWorkflowEnvironment env;
  private final String hireId;
  private volatile @Nullable Duration uncertain;

  /** The most that one payment may be. */
  volatile @Nullable Money limit;

  FakeOpenContract(TestWorkflowEnvironment env, String hireId) {
    this.env = env;
    this.hireId = hireId;
  }

  /** The next call of this name is carried out, and its answer is lost with the worker. */
  void loseAnswer(String call) {
    failures
        .computeIfAbsent(call, name -> new ConcurrentLinkedQueue<>())
        .add(() -> ApplicationFailure.newFailure("the worker died", "worker_died"));
  }

  /** The account has no call to spare for the next one of this name. */
  void throttle(String call) {
    failures
        .computeIfAbsent("begin " + call, name -> new ConcurrentLinkedQueue<>())
        .add(
            () ->
                ApplicationFailure.newNonRetryableFailure(
                    "the calls of the account are taken", MarketplaceCall.THROTTLED));
  }

  /** The next creation is not settled for so long. */
  void uncertainFor(Duration time) {
    uncertain = time;
  }

  long count(String call) {
    return calls.stream().filter(made -> made.startsWith(call)).count();
  }

  @Override
  public synchronized CreationAnswer createContract(CreateWorkingContract create) {
    NewWorkingContract terms = create.contract();
    calls.add("create " + terms.key());
    lose("begin create");
    Optional<Contract> made =
        contracts.values().stream().filter(c -> c.terms.key().equals(terms.key())).findFirst();
    if (made.isPresent()) {
      if (!made.get().terms.equals(terms)) {
        throw new AssertionError("another body under the same key: " + terms);
      }
      return created(made.get());
    }
    if (create.settleOnly()) {
      return new CreationAnswer(new PaidAnswer.NothingPaid(), null);
    }
    Money most = limit;
    if (most != null && terms.price().compareTo(most) > 0) {
      throw refused(create, most);
    }
    Duration wait = uncertain;
    if (wait != null) {
      uncertain = null;
      return new CreationAnswer(
          new PaidAnswer.Uncertain(now().plus(wait), "the payment is not settled yet"), null);
    }
    Worker worker = Objects.requireNonNullElseGet(workers.poll(), Worker::diligent);
    Contract contract = new Contract("contract_" + (contracts.size() + 1), terms, worker, now());
    contracts.put(contract.id, contract);
    tellLater(contract);
    lose("create");
    return created(contract);
  }

  private static ApplicationFailure refused(CreateWorkingContract create, Money most) {
    Obstacle met =
        new Obstacle(
            IncidentCause.PAYMENT_REFUSED, "nothing was signed: above the limit of " + most, null);
    return ApplicationFailure.newBuilder()
        .setMessage(met.words())
        .setType(met.cause().wire())
        .setDetails(met)
        .setNonRetryable(create.endedBy(met.cause()))
        .build();
  }

  private static CreationAnswer created(Contract contract) {
    return new CreationAnswer(new PaidAnswer.Paid(shown(contract), "0xpaid"), PROTOCOL);
  }

  @Override
  public synchronized PaidAnswer disputeContract(DisputeWorkingContract dispute) {
    calls.add("dispute " + dispute.contractId());
    Contract contract = contract(dispute.contractId());
    advance(contract);
    if (contract.bond != null) {
      return new PaidAnswer.Paid(shown(contract), "0xbond");
    }
    if (!contract.status.equals("under-review")) {
      return new PaidAnswer.Overtaken(shown(contract));
    }
    contract.bond = dispute.bond();
    enter(contract, "disputed", now());
    ringLater(contract.id, voting);
    ringLater(contract.id, voting.plus(settling));
    lose("dispute");
    return new PaidAnswer.Paid(shown(contract), "0xbond");
  }

  @Override
  public synchronized WorkingContractReading approveContract(WorkingContractRef ref) {
    calls.add("approve " + ref.contractId());
    Contract contract = contract(ref.contractId());
    advance(contract);
    if (contract.status.equals("under-review")) {
      approve(contract, now());
      ringLater(contract.id, settling);
    }
    return new WorkingContractReading.Seen(shown(contract));
  }

  @Override
  public synchronized WorkingContractReading cancelContract(WorkingContractRef ref) {
    calls.add("cancel " + ref.contractId());
    Contract contract = contract(ref.contractId());
    advance(contract);
    if (contract.status.equals("created")) {
      enter(contract, "cancelled-by-client", now());
    }
    return new WorkingContractReading.Seen(shown(contract));
  }

  @Override
  public synchronized WorkingContractReading readContract(WorkingContractRef ref) {
    calls.add("read " + ref.contractId());
    Contract contract = contract(ref.contractId());
    advance(contract);
    return new WorkingContractReading.Seen(shown(contract));
  }

  @Override
  public ProtocolParameters readProtocol(ProtocolRead read) {
    calls.add("protocol");
    return PROTOCOL;
  }

  private void lose(String call) {
    ConcurrentLinkedQueue<Supplier<? extends RuntimeException>> queued = failures.get(call);
    Supplier<? extends RuntimeException> failure = queued == null ? null : queued.poll();
    if (failure != null) {
      throw failure.get();
    }
  }

  private Contract contract(String id) {
    return Objects.requireNonNull(contracts.get(id), id);
  }

  /** Lets happen what was due by now, each at its own moment. */
  private void advance(Contract contract) {
    while (step(contract)) {
      // Until nothing is due any more.
    }
  }

  private boolean step(Contract contract) {
    return switch (contract.status) {
      case "created" -> {
        Instant answer = after(contract.createdAt, contract.worker.answers());
        Instant end = contract.terms.deadlines().match();
        yield (answer != null && answer.isBefore(end))
            ? due(contract, answer, contract.worker.accepts() ? "matched" : "cancelled-unmatched")
            : due(contract, end, "cancelled-unmatched");
      }
      case "matched" -> {
        Instant delivery = after(contract.since, contract.worker.delivers());
        Instant end = contract.terms.deadlines().delivery();
        yield (delivery != null && delivery.isBefore(end))
            ? due(contract, delivery, "under-review")
            : due(contract, end, "cancelled-absent");
      }
      case "under-review" -> due(contract, contract.terms.deadlines().review(), "resolved");
      case "disputed" -> due(contract, contract.since.plus(voting), "resolved");
      case "resolved" -> due(contract, contract.since.plus(settling), settled(contract));
      default -> false;
    };
  }

  private static @Nullable Instant after(Instant start, @Nullable Duration time) {
    return time == null ? null : start.plus(time);
  }

  private boolean due(Contract contract, Instant when, String next) {
    if (now().isBefore(when)) {
      return false;
    }
    if (next.equals("resolved") && contract.status.equals("under-review")) {
      approve(contract, when);
    } else {
      enter(contract, next, when);
    }
    return true;
  }

  private void approve(Contract contract, Instant when) {
    contract.criteriaMet =
        contract.terms.acceptanceCriteria().stream().map(criterion -> "met").toList();
    enter(contract, "resolved", when);
  }

  private void enter(Contract contract, String status, Instant when) {
    if (status.equals("matched")) {
      contract.stake = part(contract.terms.price(), PROTOCOL.workerStakeRatio());
    }
    if (status.equals("under-review")) {
      contract.delivery = "ipfs://delivery";
    }
    if (status.equals("resolved") && contract.status.equals("disputed")) {
      contract.criteriaMet = votes;
    }
    contract.status = status;
    contract.since = when;
  }

  private static String settled(Contract contract) {
    List<String> criteria = Objects.requireNonNull(contract.criteriaMet);
    long met = criteria.stream().filter("met"::equals).count();
    long unmet = criteria.stream().filter("not met"::equals).count();
    return unmet == 0
        ? "settled-fully-met"
        : met == 0 ? "settled-none-met" : "settled-partially-met";
  }

  private static Money part(Money whole, BigDecimal ratio) {
    return new Money(whole.amount().multiply(ratio), whole.currency());
  }

  private static WorkingContractSnapshot shown(Contract contract) {
    NewWorkingContract terms = contract.terms;
    boolean matched = contract.stake != null;
    return new WorkingContractSnapshot(
        contract.id,
        contract.status,
        contract.createdAt,
        (terms.worker() == null && matched) ? "0xsomebody" : terms.worker(),
        terms.title(),
        terms.acceptanceCriteria(),
        contract.criteriaMet,
        contract.delivery,
        terms.deadlines().match(),
        terms.deadlines().withdrawal(),
        terms.deadlines().delivery(),
        terms.deadlines().review(),
        terms.price(),
        terms.price(),
        contract.stake,
        contract.bond);
  }

  /** The account's sweep sees each change of a contract a moment after it happened. */
  private void tellLater(Contract contract) {
    Worker worker = contract.worker;
    if (worker.answers() != null) {
      ringLater(contract.id, worker.answers());
      if (worker.delivers() != null) {
        ringLater(contract.id, worker.answers().plus(worker.delivers()));
      }
    }
  }

  private void ringLater(String contractId, Duration delay) {
    if (swept) {
      env.registerDelayedCallback(delay.plusSeconds(20), () -> ring(contractId));
    }
  }

  void ring(String contractId) {
    env.getWorkflowClient()
        .newUntypedWorkflowStub(WorkflowIds.hire(hireId))
        .signal(
            "notify",
            new MarketplaceNotifications(
                List.of(
                    new MarketplaceNotification(
                        "", Notification.CONTRACT_CHANGED, null, null, contractId, null))));
  }

  private Instant now() {
    return Instant.ofEpochMilli(env.currentTimeMillis());
  }
}
