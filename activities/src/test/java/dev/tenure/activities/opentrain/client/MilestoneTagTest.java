package dev.tenure.activities.opentrain.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MilestoneTagTest {

  private static final String TAG = "tenure:hir_x/m2";

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Night frames", "Two\nlines ", "brackets [here] too"})
  void aTagIsFoundInTheDescriptionThatItWasPutIn(String description) {
    assertThat(MilestoneTag.find(MilestoneTag.describe(description, TAG))).isEqualTo(TAG);
  }

  @Test
  void peopleReadTheirOwnWordsFirst() {
    assertThat(MilestoneTag.describe("Night frames", TAG))
        .isEqualTo("Night frames\n[tenure:hir_x/m2]");
  }

  @Test
  void aTagSurvivesWhatAMarketplaceDoesToWhiteSpace() {
    assertThat(MilestoneTag.find("Night frames [tenure:hir_x/m2] ")).isEqualTo(TAG);
  }

  @Test
  void theLastTagIsTheMilestonesOwn() {
    String copied = MilestoneTag.describe("like [tenure:hir_x/m1]", TAG);
    assertThat(MilestoneTag.find(copied)).isEqualTo(TAG);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Night frames", "[tenure: spaced]", "[tenure:]", "tenure:hir_x/m2"})
  void anUntaggedDescriptionHasNone(String description) {
    assertThat(MilestoneTag.find(description)).isNull();
  }
}
