package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;

/** API keys and the audit list on the command line. */
class KeysTest extends AtAFront {

  private static final String KEY =
      """
      {"id":"key_00","name":"ci","scopes":["hires:read","hires:write"],"accounts":["acme"],
       "active":true,"createdAt":"2026-11-01T10:00:00Z","createdBy":"root","expiresAt":null,
       "revokedAt":null,"revokedBy":null,"lastUsedAt":null}
      """;

  @Test
  void theSecretOfANewKeyIsAllThatIsPrinted() {
    front.tell(
        "POST /v1/api-keys", 201, "{\"key\":%s,\"secret\":\"tnr_00_secret\"}".formatted(KEY));
    assertThat(
            run("keys", "create", "ci", "--scope", "hires:read,hires:write", "--account", "acme"))
        .isZero();
    assertThat(out.strip()).isEqualTo("tnr_00_secret");
    assertThat(err).contains("not shown again");
    assertThat(front.last().body())
        .isEqualTo(
            "{\"name\":\"ci\",\"scopes\":[\"hires:read\",\"hires:write\"],\"accounts\":[\"acme\"]}");
  }

  @Test
  void aKeyWhoseAnswerIsLostIsRepeatedWithItsIdempotencyKey() {
    front.cutOff("POST /v1/api-keys");
    assertThat(runLine("keys create ci --scope admin")).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(err).contains("--idempotency-key " + front.last().key());
    front.tell(
        "POST /v1/api-keys",
        200,
        "{\"key\":%s,\"secret\":null,\"note\":\"It was told then.\"}".formatted(KEY));
    assertThat(runLine("keys create ci --scope admin --idempotency-key k1"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(front.last().key()).isEqualTo("k1");
    assertThat(out).isEmpty();
    assertThat(err)
        .contains("ci (key_00) was made before", "tenure keys revoke key_00")
        .doesNotContain("null");
  }

  @Test
  void keysAreListedAndRevokedByTheirName() {
    front.tell(
        "GET /v1/api-keys", 200, "{\"items\":[%s],\"next\":null,\"hasMore\":false}".formatted(KEY));
    front.tell("DELETE /v1/api-keys/key_00", 200, KEY);
    assertThat(run("keys", "list")).isZero();
    assertThat(out).contains("key_00", "active", "hires:read, hires:write", "acme", "never");
    assertThat(run("keys", "revoke", "ci")).isZero();
    assertThat(out).contains("ci (key_00) is revoked");
  }

  @Test
  void whoDidWhatIsListedAndExported() {
    front.tell(
        "GET /v1/audit",
        200,
        """
        {"items":[{"id":7,"at":"2026-11-01T10:00:00Z","actor":"ci","keyId":"key_00","via":"key",
          "remote":"192.0.2.7","action":"end","hireId":"hir_1","subject":null,
          "outcome":"refused","status":409,"code":"not_allowed"}],"next":null,"hasMore":false}
        """);
    assertThat(run("audit", "--actor", "ci", "--since", "2026-01-01")).isZero();
    assertThat(out).contains("ci", "end", "refused, not_allowed");
    front.tell("GET /v1/audit", 200, "id,at,actor\r\n7,2026-11-01T10:00:00Z,ci\r\n");
    assertThat(run("audit", "--format", "csv")).isZero();
    assertThat(out.lines()).containsExactly("id,at,actor", "7,2026-11-01T10:00:00Z,ci");
    assertThat(run("audit", "--format", "csv", "--limit", "5")).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("--format exports the whole list; leave out --limit");
  }
}
