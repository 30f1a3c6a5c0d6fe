package dev.tenure.activities.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** The parts of a mail. */
final class MailText {

  /** Keeps its own Message-ID, where the library would make another for each attempt. */
  static final class Identified extends MimeMessage {

    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  private MailText() {}

  static String body(Notice notice) {
    String fees = Words.fees(notice);
    return """
        Please decide: %s%s.

        Confirm or decline here: %s

        Deadline: %s, %s left.
        Without a decision until then the request expires.

        Hire %s, approval %s, notice %d of %d.
        """
        .formatted(
            Words.action(notice),
            fees.isEmpty() ? "" : ", " + fees,
            notice.url(),
            Words.deadline(notice.expiresAt()),
            Words.left(notice.timeLeft()),
            notice.hireId(),
            notice.approvalId(),
            notice.number(),
            notice.of());
  }
}
