package dev.tenure.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.io.EOFException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class ProblemHandlersTest {

  static Stream<Exception> brokenConnections() {
    return Stream.of(
        new SocketException("Connection reset"),
        new EOFException(),
        new ClosedChannelException(),
        new SQLException("the backend is gone", new EOFException()),
        new IllegalStateException(new SocketException("Broken pipe")));
  }

  @ParameterizedTest
  @MethodSource("brokenConnections")
  void aConnectionOfOurOwnThatBreaksIsAnErrorWithItsReasonInTheLog(Exception broken) {
    var told = new ListAppender<ILoggingEvent>();
    told.start();
    var log = (Logger) LoggerFactory.getLogger(ProblemHandlers.class);
    log.addAppender(told);
    try {
      HttpResponse<Problem> answer =
          new ProblemHandlers().unexpected().handle(HttpRequest.GET("/v1/hires"), broken);
      assertThat(answer.code()).isEqualTo(500);
    } finally {
      log.detachAppender(told);
    }
    assertThat(told.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR);
    assertThat(told.list.getFirst().getThrowableProxy().getClassName())
        .isEqualTo(broken.getClass().getName());
  }
}
