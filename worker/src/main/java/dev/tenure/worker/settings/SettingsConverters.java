package dev.tenure.worker.settings;

import dev.tenure.activities.notify.MailSettings;
import dev.tenure.activities.notify.WebhookSecret;
import dev.tenure.worker.settings.ReminderSettings.MailReceivers;
import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.core.convert.TypeConverterRegistrar;
import jakarta.inject.Singleton;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How the texts of settings become what they mean, each with words where they cannot. */
@Singleton
final class SettingsConverters implements TypeConverterRegistrar {

  @Override
  public void register(MutableConversionService conversions) {
    add(conversions, ReminderSchedule.class, ReminderSchedule::of);
    add(conversions, PublicUrl.class, PublicUrl::of);
    add(conversions, WebhookAddress.class, WebhookAddress::of);
    add(conversions, WebhookSecret.class, WebhookSecret::of);
    add(conversions, InternetAddress.class, MailSettings::address);
    add(conversions, MailReceivers.class, SettingsConverters::receivers);
  }

  private static <T> void add(
      MutableConversionService conversions, Class<T> type, Function<String, T> reader) {
    conversions.addConverter(
        String.class,
        type,
        (text, target, context) -> {
          try {
            return Optional.of(reader.apply(text.strip()));
          } catch (IllegalArgumentException e) {
            context.reject(text, e);
            return Optional.empty();
          }
        });
  }

  private static MailReceivers receivers(String text) {
    List<String> addresses = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    addresses.forEach(MailSettings::address);
    return new MailReceivers(addresses);
  }
}
