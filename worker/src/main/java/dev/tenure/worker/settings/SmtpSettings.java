package dev.tenure.worker.settings;

import dev.tenure.activities.notify.MailSettings.Security;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The mail server: {@code TENURE_SMTP_HOST}, {@code …_PORT}, {@code …_SECURITY}, {@code …_USER},
 * {@code …_PASSWORD}.
 *
 * @param host no mail without one
 * @param user no log-in without one
 */
@Context
@ConfigurationProperties("tenure.smtp")
public record SmtpSettings(
    @Nullable String host,
    @Bindable(defaultValue = "587")
        @Min(value = 0, message = WorkerSettings.PORT)
        @Max(value = 65_535, message = WorkerSettings.PORT)
        int port,
    @Bindable(defaultValue = "starttls") Security security,
    @Nullable String user,
    @Nullable String password) {

  /** Without the password: settings end up in logs. */
  @Override
  public String toString() {
    return "SmtpSettings[" + host + ":" + port + ", " + security + "]";
  }
}
