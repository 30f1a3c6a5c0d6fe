package dev.tenure.cli.home;

import dev.tenure.cli.network.PortPlan;

/**
 * What a supervisor tells about itself in {@code run/stack.json}.
 *
 * @param ports where its processes listen
 * @param marketplace the origin of the marketplace that the stack drives
 * @param sandbox whether that is the sandbox of this stack
 * @param ready whether every process serves
 */
public record StackRecord(
    ProcessRecord supervisor, PortPlan ports, String marketplace, boolean sandbox, boolean ready) {

  public boolean runs() {
    return supervisor.alive().isPresent();
  }

  public StackRecord nowReady() {
    return new StackRecord(supervisor, ports, marketplace, sandbox, true);
  }
}
