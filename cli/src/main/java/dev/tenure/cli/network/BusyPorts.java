package dev.tenure.cli.network;

import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collection;

/** Looks before a start whether every port is free. */
public final class BusyPorts {
  private BusyPorts() {}

  public static void refuse(PortPlan plan, Collection<Port> ports) {
    var words = words(plan, ports);
    if (!words.isEmpty()) {
      throw new Refused(words);
    }
  }

  /** Whether somebody listens at a port of this machine. */
  public static boolean isBusy(PortPlan plan, Port port) {
    return isOurs(plan.host(port)) && isBusy(plan.host(port), plan.of(port));
  }

  /** What is busy and what to do about it; empty when every port is free. */
  public static String words(PortPlan plan, Collection<Port> ports) {
    var foreign = ports.stream().sorted().filter(port -> !isOurs(plan.host(port))).toList();
    if (!foreign.isEmpty()) {
      var port = foreign.getFirst();
      return "%s shall listen on %s, which is no address of this machine; set TENURE_%s_HOST to one"
          .formatted(port.use(), plan.host(port), port.name());
    }
    var busy =
        ports.stream().sorted().filter(port -> isBusy(plan.host(port), plan.of(port))).toList();
    if (busy.isEmpty()) {
      return "";
    }
    var words = new StringBuilder();
    for (var port : busy) {
      words.append("Port %d, wanted for %s, is busy.%n".formatted(plan.of(port), port.use()));
    }
    var elsewhere = plan.base() <= 55_000 ? plan.base() + 100 : plan.base() - 100;
    words.append("Stop what uses it, or move every port of Tenure: TENURE_PORT_BASE=" + elsewhere);
    return words.toString();
  }

  /** Any free port of it can be had. */
  private static boolean isOurs(String host) {
    return !isBusy(host, 0);
  }

  private static boolean isBusy(String host, int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
