package dev.tenure.journal.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class ApiKeyRecordsTest {

  @Test
  void aKeyIsReadAsItWasKept(ApiKeyRecords keys) {
    ApiKeyRecord key =
        key(Samples.unique("name"), List.of("acme", "solo"), Samples.NOW.plusSeconds(60));
    assertThat(keys.insert(key, "00ff", null)).isTrue();
    assertThat(keys.find(key.id())).hasValue(new ApiKeyRecords.Hashed(key, "00ff"));
    assertThat(keys.list(null, 200).items()).contains(key);
  }

  @Test
  void aNameCanBeTakenAgainOnceItsKeyIsRevoked(ApiKeyRecords keys) {
    ApiKeyRecord first = key(Samples.unique("name"), null, null);
    ApiKeyRecord second = key(first.name(), null, null);
    assertThat(keys.insert(first, "01", null)).isTrue();
    assertThat(keys.insert(second, "02", null)).isFalse();
    ApiKeyRecord revoked = keys.revoke(first.id(), "root").orElseThrow();
    assertThat(revoked.valid(Instant.now())).isFalse();
    assertThat(revoked.revokedBy()).isEqualTo("root");
    assertThat(keys.revoke(first.id(), "another")).hasValue(revoked);
    assertThat(keys.insert(second, "02", null)).isTrue();
  }

  @Test
  void aRequestThatMadeAKeyBeforeMakesNoOtherAlthoughItsNameIsFreeAgain(
      ApiKeyRecords keys, RequestKeys requests) {
    var request = RequestKeys.Key.ofApiKeys(Samples.unique("request"));
    requests.claim(request, "digest");
    ApiKeyRecord first = key(Samples.unique("name"), null, null);
    ApiKeyRecord second = key(first.name(), null, null);
    assertThat(keys.insert(first, "01", request)).isTrue();
    keys.revoke(first.id(), "root");
    assertThat(keys.insert(second, "02", request)).isFalse();
    assertThat(keys.find(second.id())).isEmpty();
    assertThat(requests.claim(request, "digest").made()).isEqualTo(first.id());
  }

  @Test
  void theLastUseIsNotedOnceAMinuteAtMost(ApiKeyRecords keys) {
    ApiKeyRecord key = key(Samples.unique("name"), null, null);
    keys.insert(key, "03", null);
    keys.used(key.id());
    Instant first = keys.find(key.id()).orElseThrow().key().lastUsedAt();
    keys.used(key.id());
    assertThat(first).isNotNull();
    assertThat(keys.find(key.id()).orElseThrow().key().lastUsedAt()).isEqualTo(first);
  }

  @Test
  void aKeyIsValidUntilTheMomentOfItsExpiry() {
    ApiKeyRecord key = key("any", null, Samples.NOW);
    assertThat(key.valid(Samples.NOW.minusMillis(1))).isTrue();
    assertThat(key.valid(Samples.NOW)).isFalse();
  }

  private static ApiKeyRecord key(
      String name, @Nullable List<String> accounts, @Nullable Instant expiresAt) {
    return new ApiKeyRecord(
        Samples.unique("key"),
        name,
        List.of("hires:read"),
        accounts,
        Samples.NOW,
        "root",
        expiresAt,
        null,
        null,
        null);
  }
}
