package dev.tenure.activities.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tenure.model.hire.ApprovalKind;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real SMTP server. */
class MailChannelTest {

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aMailSaysWhatToApproveUntilWhenAndWhere() throws Exception {
    channel(null, null, "lead@team.example").deliver(Notices.funding("email", 1));
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject())
        .isEqualTo("Approval wanted: fund milestone m2 (Night frames): 250.00 USD (12 hours left)");
    assertThat(GreenMailUtil.getBody(mail).replace("\r\n", "\n"))
        .startsWith(
            """
            Please decide: fund milestone m2 (Night frames): 250.00 USD, plus about 12.50 USD of fees.

            Confirm or decline here: https://market.example/approvals/apr_1

            Deadline: Sat 21 Nov 2026, 22:00:00 UTC, 12 hours left.
            """);
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getFrom()[0]).hasToString("Tenure <tenure@team.example>");
  }

  @Test
  void aLineBreakInANameMakesNoHeader() throws Exception {
    String name = "m1 (x\r\nBcc: all@team.example\n\nHello\u2028there)";
    channel(null, null, "lead@team.example")
        .deliver(Notices.of("email", 1, ApprovalKind.MILESTONE_FUND, name, Notices.DEADLINE));
    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails).hasSize(1);
    assertThat(mails[0].getHeader("Bcc")).isNull();
    assertThat(mails[0].getAllRecipients()).hasSize(1);
    assertThat(mails[0].getSubject())
        .startsWith("Approval wanted: fund milestone m1 (x Bcc: all@team.example Hello there): ")
        .doesNotContain("\r", "\n");
  }

  @Test
  void aRepeatedMailHasTheSameIdAndLaterOnesFollowTheFirst() throws Exception {
    MailChannel channel = channel(null, null, "lead@team.example");
    channel.deliver(Notices.funding("email", 2));
    channel.deliver(Notices.funding("email", 2));
    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails[0].getMessageID()).isEqualTo("<apr_1.2.email@team.example>");
    assertThat(mails[1].getMessageID()).isEqualTo(mails[0].getMessageID());
    assertThat(mails[0].getHeader("In-Reply-To")).containsExactly("<apr_1.1.email@team.example>");
    assertThat(mails[0].getHeader("References")).containsExactly("<apr_1.1.email@team.example>");
  }

  @Test
  void everyReceiverGetsIt() throws Exception {
    channel(null, null, "lead@team.example", "cfo@team.example")
        .deliver(Notices.funding("email", 1));
    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void itLogsInWhereAUserIsGiven() {
    server.setUser("tenure@team.example", "tenure", "p4ssw0rd");
    assertThatCode(
            () ->
                channel("tenure", "p4ssw0rd", "lead@team.example")
                    .deliver(Notices.funding("email", 1)))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () ->
                channel("tenure", "wr0ng", "lead@team.example")
                    .deliver(Notices.funding("email", 1)))
        .isInstanceOf(UndeliveredException.class)
        .hasMessage("the mail server 127.0.0.1 refused the log-in")
        .hasNoCause();
  }

  @Test
  void aServerWithoutTlsIsRefusedWhereTlsIsWanted() {
    MailChannel channel =
        new MailChannel(
            "email",
            settings(MailSettings.Security.STARTTLS, null, null),
            List.of("lead@team.example"));
    assertThatThrownBy(() -> channel.deliver(Notices.funding("email", 1)))
        .isInstanceOf(UndeliveredException.class);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatIsDownIsSaidWithoutSecrets() {
    MailChannel channel = channel("tenure", "p4ssw0rd", "lead@team.example");
    server.stop();
    assertThatThrownBy(() -> channel.deliver(Notices.funding("email", 1)))
        .isInstanceOf(UndeliveredException.class)
        .hasMessageStartingWith("the mail server 127.0.0.1 did not take the mail")
        .message()
        .doesNotContain("p4ssw0rd");
  }

  @Test
  void anAddressThatIsNoneIsRefusedAtOnce() {
    assertThatThrownBy(() -> channel(null, null, "nobody at all"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"nobody at all\" is not an e-mail address");
  }

  private MailChannel channel(
      @Nullable String user, @Nullable String password, String... receivers) {
    return new MailChannel(
        "email", settings(MailSettings.Security.NONE, user, password), List.of(receivers));
  }

  private MailSettings settings(
      MailSettings.Security security, @Nullable String user, @Nullable String password) {
    return new MailSettings(
        "127.0.0.1",
        server.getSmtp().getPort(),
        security,
        user,
        password,
        MailSettings.address("Tenure <tenure@team.example>"));
  }
}
