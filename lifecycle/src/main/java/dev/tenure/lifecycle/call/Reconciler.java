package dev.tenure.lifecycle.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Holds the calls that are wanted against those that run. Whoever carries calls out (the workflow,
 * the simulation) goes by it, so that both behave alike.
 *
 * @param stop running calls that nobody wants any more and that may be stopped
 * @param start wanted calls whose subject is free
 */
public record Reconciler<C extends RemoteCall<C>>(List<C> stop, List<C> start) {

  public Reconciler {
    stop = List.copyOf(stop);
    start = List.copyOf(start);
  }

  /**
   * What to do about the calls.
   *
   * @param wanted by subject, in the order of their start; empty when the run is being handed over
   * @param running by subject
   */
  public static <C extends RemoteCall<C>> Reconciler<C> of(
      Map<String, C> wanted, Map<String, RunningCall<C>> running) {
    List<C> stop = new ArrayList<>();
    for (RunningCall<C> current : running.values()) {
      boolean unwanted = !current.call().equals(wanted.get(current.call().subject()));
      if (unwanted && !current.stopping() && current.call().stoppable()) {
        stop.add(current.call());
      }
    }
    List<C> start =
        wanted.values().stream().filter(call -> !running.containsKey(call.subject())).toList();
    return new Reconciler<>(stop, start);
  }
}
