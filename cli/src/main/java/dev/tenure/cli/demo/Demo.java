package dev.tenure.cli.demo;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.network.PortPlan;
import dev.tenure.cli.terminal.Console;
import java.util.Locale;

/** One whole hire against the sandbox of a running stack, on one of its two marketplaces. */
public enum Demo {
  OPENTRAIN,
  OPENCONTRACT;

  /**
   * Carries it out.
   *
   * @throws dev.tenure.cli.environment.Refused unless the hire ended and the money is the same on
   *     both sides
   */
  public void run(PortPlan ports, Environment env, Console console) {
    HireDemo demo =
        switch (this) {
          case OPENTRAIN -> new OpenTrainDemo(ports, env, console);
          case OPENCONTRACT -> new OpenContractDemo(ports, env, console);
        };
    demo.run();
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
