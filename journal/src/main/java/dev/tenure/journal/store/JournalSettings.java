package dev.tenure.journal.store;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * Where the journal lives: {@code TENURE_JDBC_URL}, {@code TENURE_JDBC_USER}, {@code
 * TENURE_JDBC_PASSWORD} or {@code TENURE_JDBC_PASSWORD_FILE}.
 *
 * @param passwordFile holds the password, and goes before it; read anew for each connection
 * @param poolSize the most connections that one process holds
 */
@ConfigurationProperties("tenure.jdbc")
public record JournalSettings(
    @Bindable(defaultValue = "jdbc:postgresql://127.0.0.1:8804/tenure") String url,
    @Bindable(defaultValue = "tenure") String user,
    @Bindable(defaultValue = "tenure") String password,
    @Nullable String passwordFile,
    @Bindable(defaultValue = "16") int poolSize) {

  /** Without the password: settings end up in logs. */
  @Override
  public String toString() {
    return "JournalSettings[url=" + url + ", user=" + user + "]";
  }
}
