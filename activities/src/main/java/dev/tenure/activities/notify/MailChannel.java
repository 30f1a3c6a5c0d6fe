package dev.tenure.activities.notify;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** E-mail by SMTP, in plain text. */
public final class MailChannel implements Channel {

  private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);

  private final String name;
  private final MailSettings settings;
  private final List<InternetAddress> receivers;
  private final Session session;

  /**
   * A channel to these addresses.
   *
   * @throws IllegalArgumentException with words for people where one is no address
   */
  public MailChannel(String name, MailSettings settings, List<String> receivers) {
    this.name = name;
    this.settings = settings;
    this.receivers = receivers.stream().map(MailSettings::address).toList();
    this.session = Session.getInstance(settings.properties());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void deliver(Notice notice) throws UndeliveredException {
    try {
      send(message(notice));
    } catch (AuthenticationFailedException e) {
      throw undelivered("refused the log-in");
    } catch (SendFailedException e) {
      accept(e);
    } catch (MessagingException e) {
      throw undelivered("did not take the mail: " + e.getClass().getSimpleName());
    }
  }

  private void send(MimeMessage message) throws MessagingException {
    try (Transport transport = session.getTransport()) {
      transport.connect(settings.user(), settings.password());
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  /** Taken for some is taken: a repetition would reach those a second time. */
  private void accept(SendFailedException e) throws UndeliveredException {
    Address[] taken = e.getValidSentAddresses();
    if (taken == null || taken.length == 0) {
      throw undelivered("refused every receiver");
    }
    LOG.warn(
        "A reminder by {} reached {} of {} receivers; the mail server refused the others",
        name,
        taken.length,
        receivers.size());
  }

  private UndeliveredException undelivered(String what) {
    return new UndeliveredException("the mail server " + settings.host() + " " + what);
  }

  private MimeMessage message(Notice notice) throws MessagingException {
    InternetAddress from = settings.from();
    MailText.Identified message = new MailText.Identified(session, id(notice.id(), from));
    message.setFrom(from);
    message.setRecipients(Message.RecipientType.TO, receivers.toArray(Address[]::new));
    message.setSubject(Words.subject(notice), StandardCharsets.UTF_8.name());
    message.setText(MailText.body(notice), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(notice.asOf()));
    message.setHeader("Auto-Submitted", "auto-generated");
    if (notice.number() > 1) {
      message.setHeader("In-Reply-To", id(notice.firstId(), from));
      message.setHeader("References", id(notice.firstId(), from));
    }
    return message;
  }

  private static String id(String noticeId, InternetAddress from) {
    String address = from.getAddress();
    return "<" + noticeId + "@" + address.substring(address.lastIndexOf('@') + 1) + ">";
  }
}
