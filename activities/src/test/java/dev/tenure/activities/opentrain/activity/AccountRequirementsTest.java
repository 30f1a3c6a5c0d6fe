package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountRequirementsTest {

  @Test
  void aScopeToWriteIncludesTheOneToRead() {
    assertThat(AccountRequirements.missingScopes(List.of("proposals:write", "payments:read")))
        .containsExactly("payments:write");
  }

  @Test
  void aFeatureThatNobodyToldOfIsNotCalledMissing() {
    assertThat(AccountRequirements.missingFeatures(Map.of("public_api_hiring", false)))
        .containsExactly("public_api_hiring");
  }
}
