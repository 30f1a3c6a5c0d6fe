package dev.tenure.workflows.hire;

import dev.tenure.model.ActionKind;
import dev.tenure.model.FundRule;
import dev.tenure.model.HireTerms;
import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MilestonePlan;
import dev.tenure.model.Resolution;
import io.temporal.failure.ApplicationFailure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a hire as it runs and tries, in each state, every command against the allowed ones.
 */
final class Probe {
  final List<String> contradictions = new CopyOnWriteArrayList<>();
  final Set<ActionKind> allowed = ConcurrentHashMap.newKeySet();
  final Set<ActionKind> refused = ConcurrentHashMap.newKeySet();
  private long seen = -1;

  HireWorkflow watch(HireInput input) {
    Book book = new Book(input);
    return new HireWorkflowImpl(
        book,
        () -> {
          look(book);
          return false;
        });
  }

  private void look(Book book) {
    if (book.state.version == seen) {
      return;
    }
    seen = book.state.version;
    Permits permits = new Permits(book);
    for (ActionKind action : EnumSet.complementOf(EnumSet.of(ActionKind.RESOLVE))) {
      for (String target : targets(book, action)) {
        compare(book, action, target, () -> command(book, permits, action, target));
      }
    }
    for (IncidentDocument incident : book.state.incidents.values()) {
      for (Resolution answer : Resolution.values()) {
        compareAnswer(book, permits, incident, answer);
      }
    }
  }

  private static List<String> targets(Book book, ActionKind action) {
    return switch (action) {
      case FUND, RELEASE, DROP -> {
        List<String> keys = new ArrayList<>(book.state.milestones.keySet());
        keys.add("m99");
        yield keys;
      }
      case ADD_MILESTONE, PAUSE, RESUME, CHANGE, END, CANCEL, RESOLVE -> List.of("");
    };
  }

  private static void command(Book book, Permits permits, ActionKind action, String target) {
    switch (action) {
      case FUND -> permits.fund(target);
      case RELEASE -> permits.release(target);
      case DROP -> permits.drop(target);
      case ADD_MILESTONE -> permits.add(another(book));
      case PAUSE -> permits.pause();
      case RESUME -> permits.resume();
      case CHANGE ->
          permits.change(new ChangeCommand(book.state.version, HireTerms.of(book.plan), null));
      case END -> permits.end();
      case CANCEL -> permits.cancel();
      case RESOLVE -> throw new IllegalArgumentException("has answers");
    }
  }

  private static MilestonePlan another(Book book) {
    return new MilestonePlan(
        "another", "Another", null, book.plan.first().amount(), null, FundRule.atStart());
  }

  private void compare(Book book, ActionKind action, String target, Runnable command) {
    String named = target.isEmpty() ? null : target;
    boolean shown =
        AllowedActions.of(book).stream()
            .anyMatch(a -> a.action() == action && Objects.equals(a.target(), named));
    note(book, action, named, shown, accepts(command));
  }

  private void compareAnswer(
      Book book, Permits permits, IncidentDocument incident, Resolution answer) {
    boolean shown =
        AllowedActions.of(book).stream()
            .filter(a -> incident.id().equals(a.target()))
            .anyMatch(a -> a.choices().contains(answer));
    @Nullable String adopted = answer == Resolution.ADOPT ? "mst_probe" : null;
    ResolveCommand command = new ResolveCommand(incident.id(), answer, adopted);
    note(book, ActionKind.RESOLVE, answer.wire(), shown, accepts(() -> permits.resolve(command)));
  }

  private void note(
      Book book, ActionKind action, @Nullable String target, boolean shown, boolean accepted) {
    (accepted ? allowed : refused).add(action);
    if (shown != accepted) {
      contradictions.add(
          "%s %s is %s but %s, in %s"
              .formatted(
                  action,
                  target,
                  shown ? "shown" : "not shown",
                  accepted ? "accepted" : "refused",
                  Golden.json(book.state)));
    }
  }

  private static boolean accepts(Runnable command) {
    try {
      command.run();
      return true;
    } catch (ApplicationFailure refusal) {
      return false;
    }
  }
}
