package dev.tenure.lifecycle.opentrain.cases;

import dev.tenure.model.plan.HirePlan;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every case is told once in every kind of run. */
@ParameterizedClass
@EnumSource(Run.class)
abstract class StoryTest {
  @Parameter Run run = Run.AS_IT_IS;

  /** A hire that was requested and has not begun. */
  final Story story(HirePlan plan) {
    return new Story(run, plan);
  }

  /** Its approval is pending. */
  final Story asked(HirePlan plan) {
    return story(plan).start();
  }

  /** Confirmed: its first milestone is funded. */
  final Story hired(HirePlan plan) {
    return asked(plan).confirm("hire");
  }
}
