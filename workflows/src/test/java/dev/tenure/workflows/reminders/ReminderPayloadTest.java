package dev.tenure.workflows.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.tenure.workflows.Payloads;
import io.temporal.api.common.v1.Payload;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payload JSON outlives the code: reminders wait for days with it in their histories. */
class ReminderPayloadTest {

  private static final Instant THEN = Instant.parse("2026-11-01T10:15:30.123Z");

  @Test
  void theFormatOfAPlanIsFrozen() {
    ReminderPlan plan =
        new ReminderPlan(
            "hir_1",
            "apr_1",
            THEN,
            THEN.plusSeconds(7),
            List.of(new ReminderStep(THEN, List.of("slack", "email-escalation"))));
    check(
        plan,
        "{\"hireId\":\"hir_1\",\"approvalId\":\"apr_1\",\"createdAt\":\"2026-11-01T10:15:30.123Z\","
            + "\"expiresAt\":\"2026-11-01T10:15:37.123Z\",\"steps\":["
            + "{\"at\":\"2026-11-01T10:15:30.123Z\",\"channels\":[\"slack\",\"email-escalation\"]}]}");
  }

  @Test
  void theFormatOfAReminderIsFrozen() {
    check(
        new Reminder("hir_1", "apr_1", "slack", 2, 4, THEN),
        "{\"hireId\":\"hir_1\",\"approvalId\":\"apr_1\",\"channel\":\"slack\",\"number\":2,"
            + "\"of\":4,\"goodUntil\":\"2026-11-01T10:15:30.123Z\"}");
  }

  @Test
  void theFormatOfEveryOutcomeIsFrozen() {
    check(ReminderOutcome.SENT, "\"sent\"");
    check(ReminderOutcome.DECIDED, "\"decided\"");
    check(ReminderOutcome.OVERTAKEN, "\"overtaken\"");
  }

  private static <T> void check(T value, String frozen) {
    Payload payload = Payloads.converter().toPayload(value).orElseThrow();
    assertThat(payload.getData().toStringUtf8()).isEqualTo(frozen);
    @SuppressWarnings("unchecked")
    Class<T> type = (Class<T>) value.getClass();
    Payload stored = payload.toBuilder().setData(ByteString.copyFromUtf8(frozen)).build();
    assertThat(Payloads.converter().fromPayload(stored, type, type)).isEqualTo(value);
  }
}
