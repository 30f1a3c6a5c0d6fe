package dev.tenure.worker.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RefusedCommandFilterTest {

  private static final String WARNING = "Workflow execution failure WorkflowId='{}', RunId={}";

  private final RefusedCommandFilter filter = new RefusedCommandFilter();
  private final ListAppender<ILoggingEvent> told = new ListAppender<>();
  private final Logger temporal =
      (Logger) LoggerFactory.getLogger("io.temporal.internal.sync.WorkflowExecutionHandler");
  private final Logger ours = (Logger) LoggerFactory.getLogger("dev.tenure.commands");

  @BeforeEach
  void begin() {
    temporal.setLevel(Level.WARN);
    ours.setLevel(Level.INFO);
    temporal.getLoggerContext().addTurboFilter(filter);
    told.start();
    temporal.addAppender(told);
    ours.addAppender(told);
  }

  @AfterEach
  void end() {
    temporal.detachAppender(told);
    ours.detachAppender(told);
    temporal.getLoggerContext().resetTurboFilterList();
    temporal.setLevel(null);
    ours.setLevel(null);
  }

  @Test
  void aRefusedCommandIsOneQuietLine() {
    temporal.warn(WARNING, "hire-1", "run-1", failure(ApplicationErrorCategory.BENIGN));
    assertThat(told.list).hasSize(1);
    ILoggingEvent line = told.list.getFirst();
    assertThat(line.getLevel()).isEqualTo(Level.INFO);
    assertThat(line.getFormattedMessage()).isEqualTo("hire-1: refused: The hire has ended.");
    assertThat(line.getThrowableProxy()).isNull();
  }

  @Test
  void everyOtherFailureKeepsItsTrace() {
    temporal.warn(WARNING, "hire-1", "run-1", failure(ApplicationErrorCategory.UNSPECIFIED));
    temporal.warn(WARNING, "hire-1", "run-1", new IllegalStateException("a defect"));
    assertThat(told.list).hasSize(2).allMatch(line -> line.getThrowableProxy() != null);
  }

  private static ApplicationFailure failure(ApplicationErrorCategory category) {
    return ApplicationFailure.newBuilder()
        .setMessage("The hire has ended.")
        .setType("not_allowed")
        .setNonRetryable(true)
        .setCategory(category)
        .build();
  }
}
