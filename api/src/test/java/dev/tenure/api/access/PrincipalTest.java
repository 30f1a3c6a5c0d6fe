package dev.tenure.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.store.AccountFilter;
import dev.tenure.model.wire.WireName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrincipalTest {

  private static final String[] ALL =
      Arrays.stream(Scope.values()).map(WireName::wire).toArray(String[]::new);

  @ParameterizedTest
  @EnumSource(Scope.class)
  void theNameOfAScopeIsThatOfItsConstant(Scope scope) {
    assertThat(scope.wire()).isEqualTo(scope.name().toLowerCase(Locale.ROOT).replace('_', ':'));
  }

  @Test
  void aKeyHasTheRolesOfItsScopesAndAnAdminHasAllOfThem() {
    assertThat(with(Scope.HIRES_READ, Scope.ACCOUNTS_READ).getRoles())
        .containsExactlyInAnyOrder("hires:read", "accounts:read");
    assertThat(with().getRoles()).isEmpty();
    assertThat(with(Scope.ADMIN).getRoles()).containsExactlyInAnyOrder(ALL);
    assertThat(Principal.LOCAL.getRoles()).containsExactlyInAnyOrder(ALL);
  }

  private static Principal with(Scope... scopes) {
    return new Principal(Principal.Via.KEY, "key_1", "ci", Set.of(scopes), AccountFilter.ALL);
  }
}
