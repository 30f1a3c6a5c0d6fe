package dev.tenure.cli.supervision;

import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.Probe;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One process of the stack.
 *
 * @param name the role, in lower case
 * @param command what to run
 * @param folder where to run it
 * @param environment the whole environment of the process
 * @param ports every port it listens on
 * @param probe how to know that it serves
 */
public record Service(
    String name,
    List<String> command,
    Path folder,
    Map<String, String> environment,
    List<Port> ports,
    Probe probe) {}
