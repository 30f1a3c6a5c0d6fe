package dev.tenure.lifecycle.simulation.opencontract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.tenure.lifecycle.simulation.Trace;
import dev.tenure.lifecycle.simulation.Violation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Hires on OpenContract in a seeded world; {@link OpenContractSimulationMain} runs many more. */
final class OpenContractSimulationTest {
  private static final long SEEDS = 1_000;
  private static final long MOST_TRIED = 1_500;

  @Test
  void everythingHoldsWhateverTheWorldDoes() {
    List<String> failed =
        LongStream.rangeClosed(1, SEEDS)
            .parallel()
            .mapToObj(OpenContractSimulationTest::told)
            .filter(words -> !words.isEmpty())
            .toList();

    assertThat(failed).isEmpty();
  }

  private static String told(long seed) {
    Violation found = OpenContractWorld.run(seed, OpenContractRules.PRODUCT, Trace.none());
    return found == null
        ? ""
        : "seed %d: %s: %s".formatted(seed, found.invariant(), found.getMessage());
  }

  @Test
  void eachInvariantHasABrokenRuleThatItNotices() {
    assertThat(OpenContractMutants.all())
        .extracting(OpenContractMutant::invariant)
        .contains(OpenContractInvariant.values());
  }

  @TestFactory
  Stream<DynamicTest> eachBrokenRuleIsNoticed() {
    return OpenContractMutants.all().stream()
        .map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> notice(mutant)));
  }

  private static void notice(OpenContractMutant mutant) {
    Set<String> also =
        mutant.also().stream().map(OpenContractInvariant::wire).collect(Collectors.toSet());
    for (long seed = 1; seed <= MOST_TRIED; seed++) {
      @Nullable Violation found = OpenContractWorld.run(seed, mutant.rules(), Trace.none());
      if (found != null) {
        if (found.invariant().equals(mutant.invariant().wire())) {
          return;
        }
        assertThat(found.invariant()).as("seed " + seed).isIn(also);
      }
    }
    fail("%s did not notice in %d runs".formatted(mutant.invariant().wire(), MOST_TRIED));
  }
}
