package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.RecordBatch;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** The event stream, heard by a real HTTP client. */
@ExtendWith(StackExtension.class)
@SuppressWarnings("NullAway.Init")
class EventStreamTest {

  private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");

  private Stack stack;
  private String id;

  @BeforeEach
  void make(Stack stack) {
    this.stack = stack;
    this.id = make();
  }

  @Test
  void anEventIsHeardWhileItHappensAsTheFeedTellsIt() {
    try (var listener = listen("/v1/events/stream?hire=" + id)) {
      assertThat(listener.next().data()).isEmpty();
      tell(id, 1, 1);
      Sse.Message heard = listener.next();
      assertThat(heard.event()).isEqualTo("sample.event");
      var read = stack.http().get("/v1/events?hire=" + id).json().at("/items/0");
      assertThat(Bodies.json(heard.data())).isEqualTo(read);
      assertThat(heard.id()).isEqualTo(read.get("position").asText());
    }
  }

  @Test
  void whoIsCutOffAgainAndAgainHearsEverythingOnce() {
    List<Long> heard = new ArrayList<>();
    String place = "0";
    for (int round = 0; round < 6; round++) {
      try (var listener = listen("/v1/events/stream?hire=" + id, place)) {
        tell(id, 3 * round + 1, 3 * round + 3);
        place = hear(listener, 2, heard);
      }
    }
    while (heard.size() < 18) {
      try (var listener = listen("/v1/events/stream?hire=" + id, place)) {
        place = hear(listener, 1, heard);
      }
    }
    assertThat(heard).isEqualTo(LongStream.rangeClosed(1, 18).boxed().toList());
  }

  /** Hears so many events and then hangs up, whatever more is on its way. */
  private static String hear(Sse listener, int count, List<Long> heard) {
    String place = "";
    for (int i = 0; i < count; i++) {
      Sse.Message message = listener.nextEvent();
      heard.add(message.number());
      place = message.id();
    }
    return place;
  }

  @Test
  void aLongPastIsHeardInOrderAndThenThePresent() {
    tell(id, 1, 1_700);
    String other = make();
    try (var listener = listen("/v1/events/stream?hire=" + id + "&cursor=0")) {
      for (long number = 1; number <= 1_700; number++) {
        assertThat(listener.nextEvent().number()).isEqualTo(number);
      }
      tell(other, 1, 1);
      tell(id, 1_701, 1_701);
      assertThat(listener.nextEvent().number()).isEqualTo(1_701);
    }
  }

  @Test
  void everyHeaderOfAStreamComesOnce(Http http) throws IOException {
    try (RawConnection connection = RawConnection.to(http)) {
      connection.send(RawConnection.head("GET /v1/events/stream") + "\r\n");
      assertThat(connection.headers()).doesNotHaveDuplicates().contains("x-accel-buffering");
    }
  }

  @Test
  void withoutAPlaceAStreamBeginsNow() {
    tell(id, 1, 1);
    try (var listener = listen("/v1/events/stream?hire=" + id)) {
      String place = listener.next().id();
      tell(id, 2, 2);
      Sse.Message heard = listener.nextEvent();
      assertThat(heard.number()).isEqualTo(2);
      assertThat(Long.parseLong(heard.id())).isGreaterThan(Long.parseLong(place));
    }
  }

  @Test
  void aSilentStreamTellsItsPlaceFromTimeToTime() {
    Map<String, Object> quick = Map.of("front.streams.heartbeat", "200ms");
    try (Front front = Front.start(stack.database(), stack.temporalPort(), quick);
        var listener = Sse.listen(front.http().base() + "/v1/events/stream?hire=" + id, "")) {
      String place = listener.next().id();
      Sse.Message beat = listener.next();
      assertThat(beat.comment()).isEqualTo("heartbeat");
      assertThat(beat.data()).isEmpty();
      assertThat(Long.parseLong(beat.id())).isGreaterThanOrEqualTo(Long.parseLong(place));
    }
  }

  @Test
  void moreStreamsThanAllowedAreTurnedAwayAndAnEndedOneMakesRoom() {
    try (Front front =
        Front.start(stack.database(), stack.temporalPort(), Map.of("front.streams.most", 2))) {
      String address = front.http().base() + "/v1/events/stream";
      try (var first = Sse.listen(address, "");
          var second = Sse.listen(address, "")) {
        assertThat(first.next().id()).isEqualTo(second.next().id());
        Http.Answer refused = front.http().get("/v1/events/stream");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("/code")).isEqualTo("too_many_streams");
        assertThat(refused.header("Retry-After")).isNotBlank();
      }
      Until.holds("there is room again", () -> Sse.opens(address));
    }
  }

  @Test
  void oneKeyHasNoMoreStreamsThanItsShareWhileOthersStillListen() {
    Map<String, Object> settings =
        Map.of(
            "tenure.api.keys",
            "ci:secret-1-secret-1-secret,ops:secret-2-secret-2-secret",
            "front.streams.per-key",
            2);
    String[] ci = {"X-Api-Key", "secret-1-secret-1-secret"};
    try (Front front = Front.start(stack.database(), stack.temporalPort(), settings)) {
      String address = front.http().base() + "/v1/events/stream";
      try (var first = Sse.listen(address, "", ci);
          var second = Sse.listen(address, "", ci)) {
        assertThat(first.next().id()).isEqualTo(second.next().id());
        Http.Answer refused = front.http().get("/v1/events/stream", ci);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("/code")).isEqualTo("too_many_streams_of_key");
        assertThat(refused.text("/detail")).contains("key ci has 2");
        assertThat(refused.header("Retry-After")).isEqualTo("10");
        assertThat(Sse.opens(address, "X-Api-Key", "secret-2-secret-2-secret")).isTrue();
      }
      Until.holds("there is room again", () -> Sse.opens(address, ci));
    }
  }

  @Test
  void aStreamEndsInGoodOrderWhenTheFrontStops() {
    Front front = Front.start(stack.database(), stack.temporalPort(), Map.of());
    try (var listener = Sse.listen(front.http().base() + "/v1/events/stream", "")) {
      listener.next();
      front.close();
      assertThat(listener.ended()).isTrue();
    }
  }

  @Test
  void theFeedIsFollowedAgainAfterAFailureThatNobodyForesaw() throws SQLException {
    var told = new ListAppender<ILoggingEvent>();
    var log = (Logger) LoggerFactory.getLogger("dev.tenure.api.events.EventTail");
    told.list = new CopyOnWriteArrayList<>();
    told.start();
    log.addAppender(told);
    try (var listener = listen("/v1/events/stream?hire=" + id)) {
      listener.next();
      sql("alter table events rename to events_away");
      try {
        Until.holds(
            "the tail finds that it cannot read",
            () -> told.list.stream().anyMatch(one -> one.getMessage().contains("cannot be")));
      } finally {
        sql("alter table events_away rename to events");
      }
      tell(id, 1, 1);
      assertThat(listener.nextEvent().number()).isEqualTo(1);
    } finally {
      log.detachAppender(told);
    }
  }

  private void sql(String statement) throws SQLException {
    var database = stack.database();
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var made = connection.createStatement()) {
      made.execute(statement);
    }
  }

  @Test
  void aPlaceThatCannotBeIsRefused() {
    Http http = stack.http();
    assertThat(http.get("/v1/events/stream", "Last-Event-ID", "x").status()).isEqualTo(400);
    assertThat(http.get("/v1/events/stream?cursor=-1").status()).isEqualTo(400);
    assertThat(http.get("/v1/events/stream?cursor=999999999").text("/detail")).contains("beyond");
    assertThat(
            http.get("/v1/events/stream", "Last-Event-ID", "999999999").text("/errors/0/pointer"))
        .isEqualTo("Last-Event-ID");
  }

  @Test
  void whatCannotBeAPlaceIsRefusedBeforeTheJournalIsAskedWhereTheFeedEnds() {
    Map<String, Object> away =
        Map.of("tenure.jdbc.url", "jdbc:postgresql://127.0.0.1:" + Stack.freePort() + "/none");
    try (Front front = Front.begin(stack.database(), stack.temporalPort(), away)) {
      Http http = front.http();
      assertThat(http.get("/v1/events/stream?cursor=x").errors())
          .containsExactly("cursor bad_parameter");
      assertThat(http.get("/v1/events/stream", "Last-Event-ID", "-1").status()).isEqualTo(400);
      assertThat(http.get("/v1/events/stream?cursor=1").text("/code"))
          .isEqualTo("journal_unavailable");
    }
  }

  private Sse listen(String path, String place) {
    return Sse.listen(stack.http().base() + path, place);
  }

  private Sse listen(String path) {
    return listen(path, "");
  }

  private String make() {
    return stack.http().post("/v1/hires", Bodies.shortest(Bodies.proposal())).text("/id");
  }

  private void tell(String hireId, long from, long to) {
    var hire = stack.front().bean(Hires.class).find(hireId).orElseThrow().document();
    List<HireEvent> events =
        LongStream.rangeClosed(from, to)
            .mapToObj(n -> new HireEvent(n, "sample.event", AT, "E " + n, null, null, Map.of()))
            .toList();
    stack
        .front()
        .bean(HireRecords.class)
        .record(
            new RecordBatch(hireId, "run-1", null, hire, List.of(), List.of(), List.of(), events));
  }
}
