package dev.tenure.api.hires.command;

import dev.tenure.api.access.CurrentPrincipal;
import dev.tenure.api.access.Principal;
import dev.tenure.api.hires.json.HireJson;
import dev.tenure.api.hires.json.HireResponses;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.api.temporal.HireCommands;
import dev.tenure.api.temporal.HireCommands.Command;
import dev.tenure.api.temporal.HireCommands.Outcome;
import dev.tenure.journal.access.RequestKeys;
import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.feed.ChangeSubscription;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.journal.store.RefusedStatementException;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.workflows.hire.CommandContext;
import dev.tenure.workflows.hire.Refusal;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries commands to the workflow of a hire and tells what came of them. */
@Singleton
final class CommandSender {

  private static final Logger LOG = LoggerFactory.getLogger(CommandSender.class);

  /** From one try to the next where the workflow may not know yet what the journal shows. */
  private static final Duration BETWEEN = Duration.ofMillis(50);

  /** No hire is at it, so that only the repetition of what was carried out is answered well. */
  static final long NO_VERSION = -1;

  private final HireRecords records;
  private final RequestKeys keys;
  private final HireCommands workflows;
  private final HireResponses responses;
  private final CurrentPrincipal sender;
  private final ChangeNotifications notifications;
  private final Duration patience;

  /**
   * @param patience how long after the journal was told the workflow may not know it yet: longer
   *     than a workflow task may take, since one that was lost is made anew then
   */
  CommandSender(
      HireRecords records,
      RequestKeys keys,
      HireCommands workflows,
      HireResponses responses,
      CurrentPrincipal sender,
      ChangeNotifications notifications,
      @Value("${front.commands.until-known:8s}") Duration patience) {
    this.sender = sender;
    this.notifications = notifications;
    this.patience = patience;
    this.records = records;
    this.keys = keys;
    this.workflows = workflows;
    this.responses = responses;
  }

  HireView find(String hireId) {
    return responses.find(hireId);
  }

  /**
   * Takes the key for this command.
   *
   * @throws ProblemException when it stands for another one
   */
  RequestKeys.Use claim(String hireId, CommandKey key) {
    return key.checked(keys.claim(new RequestKeys.Key(hireId, key.key()), key.digest()));
  }

  /**
   * Notes what a command made, or was about, for its repetitions: what no workflow took would else
   * be carried out once more.
   */
  void made(String hireId, CommandKey key, String made) {
    keys.made(new RequestKeys.Key(hireId, key.key()), made);
  }

  /**
   * The version that a hire must still be at, as {@code If-Match} says it.
   *
   * @throws ProblemException when the hire has changed, unless it may be a repetition
   */
  @Nullable Long version(HireView hire, CommandHeaders headers) {
    if (headers.ifMatch() == null) {
      return null;
    }
    if (responses.of(hire).tag().required(headers.ifMatch())) {
      return hire.document().version();
    }
    if (headers.key() == null) {
      throw CommandRefusals.changed(hire);
    }
    return NO_VERSION;
  }

  /** The hire is not as {@code If-Match} says, and nobody else can tell a repetition from it. */
  void requireMatch(HireView hire, CommandHeaders headers) {
    if (headers.ifMatch() != null && !responses.of(hire).tag().required(headers.ifMatch())) {
      throw CommandRefusals.changed(hire);
    }
  }

  /**
   * Sends a command whose key was claimed for it.
   *
   * @param name of the workflow's update
   * @param toldAt when the journal was told of what the command is about, where the workflow may
   *     not know it yet
   * @return the hire as it stands then
   * @throws ProblemException when it was not carried out, or perhaps not
   */
  MutableHttpResponse<HireJson> carryOut(
      HireView hire,
      String name,
      CommandKey key,
      CommandHeaders headers,
      @Nullable Object argument,
      @Nullable Instant toldAt) {
    CommandContext context = context(version(hire, headers));
    return send(new Command(hire.id(), name, key.updateId(), argument, context), key, toldAt);
  }

  /**
   * Answers a request that breaks a rule by now, and was carried out when it first came with its
   * key. The workflow is asked, since the journal may not have been told.
   *
   * @param argument that would do nothing, should the workflow not know the key
   * @throws ProblemException {@code refused}, where it was not carried out
   */
  MutableHttpResponse<HireJson> repeated(
      HireView hire, String name, CommandKey key, Object argument, ProblemException refused) {
    RequestKeys.Use before =
        keys.find(new RequestKeys.Key(hire.id(), key.key()))
            .map(key::checked)
            .orElseThrow(() -> refused);
    if (before.made() != null) {
      return done(hire.id(), key);
    }
    try {
      return send(
          new Command(hire.id(), name, key.updateId(), argument, context(NO_VERSION)), key, null);
    } catch (ProblemException e) {
      throw e.retryAfterSeconds() == null ? refused : e;
    }
  }

  /** Who sends a command now, and the version that the hire must still be at. */
  CommandContext context(@Nullable Long version) {
    return new CommandContext(version, sender.get().map(Principal::name).orElse(null));
  }

  /** The same for a command whose argument says by itself what must hold. */
  MutableHttpResponse<HireJson> send(Command command, CommandKey key, @Nullable Instant toldAt) {
    return switch (sent(command, toldAt)) {
      case Outcome.Done(RecordBatch batch) -> stored(command.hireId(), batch, key);
      case Outcome.NotAllowed(var refusal) -> throw CommandRefusals.by(command.hireId(), refusal);
      case Outcome.NotRunning() ->
          // Only by now it is known why: it may have closed meanwhile.
          throw CommandRefusals.notRunning(find(command.hireId()));
      case Outcome.NotSent() ->
          throw Problems.unavailable(
              "busy",
              "Too many commands to this hire are under way; this one was not sent. Repeat it in"
                  + " some seconds.");
      case Outcome.NoWorker() ->
          throw key.unanswered(
              "worker_unavailable",
              "No worker took the command in time; it may still be carried out.");
      case Outcome.Unreachable() ->
          throw key.unanswered(
              "temporal_unavailable",
              "Temporal does not answer; the command may still be carried out.");
    };
  }

  /**
   * The journal shows an approval or an incident a moment before the workflow task that made it is
   * committed. Where that task is made anew, a command can come before it: it is sent again until
   * the workflow knows what it is about, but only for as long as that may still be coming.
   */
  private Outcome sent(Command command, @Nullable Instant toldAt) {
    Outcome outcome = workflows.send(command);
    if (toldAt == null || !tooEarly(outcome)) {
      return outcome;
    }
    Instant end = toldAt.plus(patience);
    try (ChangeSubscription subscription = notifications.subscribe(command.hireId())) {
      while (tooEarly(outcome) && Instant.now().isBefore(end)) {
        subscription.await(BETWEEN);
        outcome = workflows.send(command);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return outcome;
  }

  private static boolean tooEarly(Outcome outcome) {
    return outcome instanceof Outcome.NotAllowed(var refusal)
        && Refusal.UNKNOWN_SUBJECT.equals(refusal.code());
  }

  /** The client must not take it for undone: without its key it would be commanded twice. */
  private MutableHttpResponse<HireJson> stored(String hireId, RecordBatch batch, CommandKey key) {
    try {
      records.store(batch);
      return done(hireId, key);
    } catch (JournalUnavailable | RefusedStatementException e) {
      LOG.warn("Hire {} was commanded, and cannot be told: {}", hireId, e.getMessage());
      throw key.unanswered(
          "journal_unavailable",
          "The command was carried out, but the journal's database does not take it down now, so"
              + " that the hire cannot be shown.");
    }
  }

  /** The hire as it stands after what was done. */
  MutableHttpResponse<HireJson> done(String hireId, CommandKey key) {
    return responses.of(hireId).ok().header(CommandHeaders.IDEMPOTENCY_KEY, key.key());
  }
}
