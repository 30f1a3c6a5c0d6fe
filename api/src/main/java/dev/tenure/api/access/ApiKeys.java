package dev.tenure.api.access;

import dev.tenure.journal.access.ApiKeyRecord;
import dev.tenure.journal.access.ApiKeyRecords;
import dev.tenure.journal.access.ApiKeyRecords.Hashed;
import dev.tenure.journal.store.AccountFilter;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.model.wire.WireName;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recognises API keys: those of the environment, for which the journal is not needed, and those of
 * the journal. What the journal says of a key is believed for {@link #REMEMBERED}, and so a key
 * that was revoked on another front is taken for so long at most.
 */
@Singleton
public final class ApiKeys {

  /** How long what the journal says of a key is believed. */
  public static final Duration REMEMBERED = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
  private static final Duration USE_NOTED = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 10_000;
  private static final String OF_THE_ENVIRONMENT = "env:";

  private final EnvironmentKeys environment;
  private final ApiKeyRecords records;
  private final Map<String, Looked> looked =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Looked> eldest) {
              return size() > MOST_REMEMBERED;
            }
          });

  ApiKeys(EnvironmentKeys environment, ApiKeyRecords records) {
    this.environment = environment;
    this.records = records;
  }

  /**
   * A key that was recognised.
   *
   * @param seal what only this front and the holder's sessions are sealed with
   */
  public record Credential(Principal principal, String seal) {

    @Override
    public String toString() {
      return principal.toString();
    }
  }

  private record Looked(Optional<Hashed> key, long atNanos) {}

  /** Whether nobody may come without a key. */
  public boolean needed() {
    return environment.needed();
  }

  /** Whether a name stands for a key of the environment. */
  public boolean ofTheEnvironment(String name) {
    return environment.all().containsKey(name);
  }

  /**
   * The key of that secret, if it is taken now.
   *
   * @throws JournalUnavailable when the secret is none of the environment's, and the journal does
   *     not answer
   */
  public Optional<Credential> bySecret(String text) {
    Optional<String> name = environment.nameOf(text);
    if (name.isPresent()) {
      return Optional.of(ofEnvironment(name.get(), text));
    }
    var secret = new ApiKeySecret(text);
    return secret
        .keyId()
        .flatMap(this::look)
        .filter(key -> secret.hasHash(key.hash()))
        .filter(key -> key.key().valid(Instant.now()))
        .map(this::used);
  }

  /**
   * The key of that id, if it is taken now.
   *
   * @throws JournalUnavailable as {@link #bySecret}
   */
  public Optional<Credential> byId(String id) {
    if (id.startsWith(OF_THE_ENVIRONMENT)) {
      String name = id.substring(OF_THE_ENVIRONMENT.length());
      return Optional.ofNullable(environment.all().get(name)).map(key -> ofEnvironment(name, key));
    }
    return look(id).filter(key -> key.key().valid(Instant.now())).map(ApiKeys::credential);
  }

  /** Whether a principal may still be answered; a journal that is away ends nothing. */
  public boolean stillTaken(Principal principal) {
    try {
      return principal.keyId() == null || byId(principal.keyId()).isPresent();
    } catch (JournalUnavailable e) {
      LOG.debug("the key of {} cannot be looked at now: {}", principal.name(), e.getMessage());
      return true;
    }
  }

  /** Asks the journal anew for a key that was changed here. */
  public void forget(String id) {
    looked.remove(id);
  }

  private Optional<Hashed> look(String id) {
    Looked before = looked.get(id);
    if (before != null && System.nanoTime() - before.atNanos() < REMEMBERED.toNanos()) {
      return before.key();
    }
    long begun = System.nanoTime();
    Optional<Hashed> found = records.find(id);
    looked.put(id, new Looked(found, begun));
    return found;
  }

  private Credential used(Hashed hashed) {
    ApiKeyRecord key = hashed.key();
    Instant last = key.lastUsedAt();
    if (last == null || last.plus(USE_NOTED).isBefore(Instant.now())) {
      note(key.id());
    }
    return credential(hashed);
  }

  private static Credential credential(Hashed hashed) {
    ApiKeyRecord key = hashed.key();
    Set<Scope> scopes =
        key.scopes().stream()
            .flatMap(wire -> WireName.find(Scope.class, wire).stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    var principal =
        new Principal(
            Principal.Via.KEY, key.id(), key.name(), scopes, AccountFilter.of(key.accounts()));
    return new Credential(principal, hashed.hash());
  }

  /** Who may come in comes in, also where this cannot be written. */
  private void note(String id) {
    try {
      records.used(id);
    } catch (JournalUnavailable e) {
      LOG.debug("the use of key {} was not noted: {}", id, e.getMessage());
    }
  }

  private static Credential ofEnvironment(String name, String key) {
    Set<Scope> all = Arrays.stream(Scope.values()).collect(Collectors.toSet());
    var principal =
        new Principal(Principal.Via.KEY, OF_THE_ENVIRONMENT + name, name, all, AccountFilter.ALL);
    return new Credential(principal, key);
  }
}
