package dev.tenure.activities.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NeedsTest {

  @Test
  void aScopeToWriteIncludesTheOneToRead() {
    assertThat(Needs.missingScopes(List.of("proposals:write", "payments:read")))
        .containsExactly("payments:write");
  }

  @Test
  void aFeatureThatNobodyToldOfIsNotCalledMissing() {
    assertThat(Needs.missingFeatures(Map.of("public_api_hiring", false)))
        .containsExactly("public_api_hiring");
  }
}
