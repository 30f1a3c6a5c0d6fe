package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.simulation.Simulation.Mode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** Digests every decision of many runs: two JVMs that decide alike come to the same. */
public final class DecisionDigest {
  private DecisionDigest() {}

  /** Prints the digest of so many seeds. */
  public static void main(String[] args) {
    System.out.println(of(Long.parseLong(args[0])));
  }

  static String of(long seeds) {
    Digesting rules = new Digesting();
    for (long seed = 1; seed <= seeds; seed++) {
      for (Mode mode : Mode.values()) {
        Simulation.run(seed, mode, rules);
      }
    }
    return HexFormat.of().formatHex(rules.digest.digest());
  }

  private static final class Digesting implements Rules {
    final MessageDigest digest;

    Digesting() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Decision<OpenTrainCall> settle(OpenTrainHire hire, Instant now) {
      Decision<OpenTrainCall> decision = new OpenTrainLifecycle(hire).settle(now);
      String line = "%s %s %s%n".formatted(hire.id(), now, decision);
      digest.update(line.getBytes(StandardCharsets.UTF_8));
      return decision;
    }
  }
}
