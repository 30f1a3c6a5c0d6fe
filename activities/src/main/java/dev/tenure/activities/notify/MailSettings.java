package dev.tenure.activities.notify;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How mail is handed over.
 *
 * @param user no log-in without one
 * @param from the sender's address
 */
public record MailSettings(
    String host,
    int port,
    Security security,
    @Nullable String user,
    @Nullable String password,
    InternetAddress from) {

  /** How the connection is protected. */
  public enum Security {
    /** Plain at first, then TLS; refused where the server offers none. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** Plain; for a relay on the same machine. */
    NONE
  }

  private static final String CONNECT_MILLIS = "5000";
  private static final String ANSWER_MILLIS = "15000";

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException with words for people
   */
  public static InternetAddress address(String text) {
    try {
      return new InternetAddress(text, true);
    } catch (AddressException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not an e-mail address", e);
    }
  }

  /** The properties of a mail session; none of them is a secret. */
  Properties properties() {
    Properties all = new Properties();
    all.setProperty("mail.transport.protocol", "smtp");
    all.setProperty("mail.smtp.host", host);
    all.setProperty("mail.smtp.port", Integer.toString(port));
    all.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    all.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
    all.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
    all.setProperty("mail.smtp.auth", Boolean.toString(user != null));
    // One address that bounces must not keep the reminder from the others.
    all.setProperty("mail.smtp.sendpartial", "true");
    all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    all.setProperty("mail.smtp.starttls.enable", is(Security.STARTTLS));
    all.setProperty("mail.smtp.starttls.required", is(Security.STARTTLS));
    all.setProperty("mail.smtp.ssl.enable", is(Security.TLS));
    return all;
  }

  private String is(Security wanted) {
    return Boolean.toString(security == wanted);
  }

  @Override
  public String toString() {
    return "MailSettings[" + host + ":" + port + ", " + security + "]";
  }
}
