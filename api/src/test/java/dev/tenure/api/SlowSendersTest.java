package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Whoever sends slowly, or stops within a request, holds a connection only so long. */
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class SlowSendersTest {

  private static final String HANDLERS = "dev.tenure.api.problem.ProblemHandlers";

  private static final String HALF_A_BODY =
      "POST /v1/hires HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
          + "Content-Length: 999\r\n\r\n{";

  private static final String HALF_A_FORM =
      "POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 999\r\n"
          + "Content-Type: application/x-www-form-urlencoded\r\n\r\nkey=";

  private Front front;

  @BeforeAll
  void begin(Stack stack) {
    front =
        Front.start(
            stack.database(),
            stack.temporalPort(),
            Map.of(
                "front.requests.read-within", "2s",
                "front.streams.heartbeat", "1s",
                "micronaut.server.idle-timeout", "8s"));
  }

  @AfterAll
  void end() {
    front.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET /v1/hi", "GET /v1/hires HTTP/1.1\r\nHost: a", HALF_A_BODY})
  void aRequestThatStopsHalfwayIsCutOff(String sent) throws IOException {
    try (RawConnection connection = RawConnection.to(front.http())) {
      assertThat(connection.send(sent).rest()).doesNotContain("HTTP/1.1 200");
    }
  }

  @Test
  void aRequestThatDripsInIsCutOff() throws Exception {
    try (RawConnection connection = RawConnection.to(front.http())) {
      connection.send(HALF_A_BODY);
      assertThat(brokenWithin(connection)).isTrue();
    }
  }

  /** The second write after the other end has closed breaks. */
  private static boolean brokenWithin(RawConnection connection) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      try {
        connection.send(" ");
      } catch (IOException e) {
        return true;
      }
      Thread.sleep(100);
    }
    return false;
  }

  @Test
  void aNextRequestThatStopsHalfwayIsCutOffAsWell() throws IOException {
    try (RawConnection connection = RawConnection.to(front.http())) {
      connection.send(RawConnection.head("GET /health/liveness") + "\r\n");
      assertThat(connection.send("GET /v1/hi").rest()).contains("HTTP/1.1 200");
    }
  }

  @Test
  void whoSendsNothingBetweenTwoRequestsOrHearsAStreamIsNotCutOff() throws Exception {
    try (RawConnection connection = RawConnection.to(front.http());
        RawConnection stream = RawConnection.to(front.http())) {
      stream.send(RawConnection.head("GET /v1/events/stream", "Connection: close") + "\r\n");
      connection.send(RawConnection.head("GET /health/liveness") + "\r\n");
      Thread.sleep(Duration.ofSeconds(4));
      stream.requireOpen();
      connection.send(RawConnection.head("GET /health/liveness", "Connection: close") + "\r\n");
      assertThat(connection.rest().split("HTTP/1.1 200", -1)).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {HALF_A_BODY, HALF_A_FORM})
  void whoHangsUpHalfwayIsNoError(String sent) throws Exception {
    var told = new LinkedBlockingQueue<ILoggingEvent>();
    var appender =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            told.add(event);
          }
        };
    appender.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger handlers = (Logger) LoggerFactory.getLogger(HANDLERS);
    root.addAppender(appender);
    handlers.setLevel(Level.DEBUG);
    try {
      for (boolean abort : new boolean[] {true, false}) {
        RawConnection connection = RawConnection.to(front.http()).send(sent);
        // Nothing tells that the front has read it, and what is voided before was never a request.
        Thread.sleep(300);
        if (abort) {
          connection.abort();
        } else {
          connection.close();
        }
        assertThat(firstWords(told).getLevel()).as("abort: %s", abort).isEqualTo(Level.DEBUG);
      }
    } finally {
      root.detachAppender(appender);
      handlers.setLevel(null);
    }
    assertThat(told)
        .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .extracting(ILoggingEvent::getFormattedMessage)
        .isEmpty();
  }

  /** What the handlers of problems say next of a request. */
  private static ILoggingEvent firstWords(BlockingQueue<ILoggingEvent> told)
      throws InterruptedException {
    while (true) {
      ILoggingEvent event = told.poll(10, TimeUnit.SECONDS);
      assertThat(event).as("nobody noticed that the client hung up").isNotNull();
      if (event.getLevel().isGreaterOrEqual(Level.WARN) || event.getLoggerName().equals(HANDLERS)) {
        return event;
      }
    }
  }
}
