package dev.tenure.cli.home;

import dev.tenure.cli.network.PortPlan;

/**
 * What a supervisor tells about itself in {@code run/stack.json}.
 *
 * @param marketplace the origin of the marketplace that the stack drives
 * @param sandbox whether that is the sandbox of this stack
 * @param ready whether every process serves
 */
public record StackRecord(
    ProcessRecord supervisor, int portBase, String marketplace, boolean sandbox, boolean ready) {

  public PortPlan ports() {
    return new PortPlan(portBase);
  }

  public boolean runs() {
    return supervisor.alive().isPresent();
  }

  public StackRecord nowReady() {
    return new StackRecord(supervisor, portBase, marketplace, sandbox, true);
  }
}
