package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the pages owe to browsers and refuse to everything else. */
@ExtendWith(StackExtension.class)
class PagesTest {

  private static final String[] HTML = {"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"};
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"");

  @Test
  void everyPageForbidsWhatItDoesNotNeed(Http http) {
    for (String path : new String[] {"/", "/hires", "/incidents", "/hires/none", "/nowhere"}) {
      Answer page = http.get(path, HTML);
      assertThat(page.header("Content-Type")).as(path).startsWith("text/html");
      assertThat(page.header("Content-Security-Policy"))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(page.header("Cache-Control")).as(path).isEqualTo("no-store");
      assertThat(page.raw().body()).as(path).doesNotContain("style=", "onclick");
    }
  }

  @Test
  void controlCharactersAndMarksOfDirectionAreShownAndDoNotTakeEffect(Stack stack) {
    String reference = "\u001b]0;pwn\u0007 \u202Ecod.exe";
    StoredHire hire = StoredHire.in(stack.front(), reference);
    for (String path : new String[] {"/", "/hires", "/hires/" + hire.id()}) {
      assertThat(stack.http().get(path, HTML).raw().body())
          .as(path)
          .doesNotContain("\u001b", "\u0007", "\u202E")
          .contains("<bdi>\\u001b]0;pwn\\u0007 \\u202ecod.exe</bdi>");
    }
  }

  @Test
  void openPagesAreToldOfChangesByAStreamThatNoProxyHolds(Stack stack) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(stack.http().base() + "/changes"))
            .header("Accept", "text/event-stream")
            .timeout(Duration.ofSeconds(30))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.headers().firstValue("X-Accel-Buffering")).hasValue("no");
      try (var lines =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        assertThat(lines.readLine()).isEqualTo("data: changed");
        assertThat(lines.readLine()).isEmpty();
        StoredHire.in(stack.front(), "REQ-CHANGES");
        assertThat(lines.readLine()).isEqualTo("data: changed");
      }
      client.shutdownNow();
    }
  }

  @Test
  void aMissingPageIsAPageForBrowsersAndAProblemForPrograms(Http http) {
    Answer page = http.get("/nowhere", HTML);
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.raw().body()).contains("<h1>", "Approvals");
    assertThat(http.get("/nowhere").text("/code")).isEqualTo("not_found");
    assertThat(http.get("/v1/hires/none", HTML).text("/code")).isEqualTo("hire_not_found");
  }

  @Test
  void whatPeopleWroteSteersNeitherATerminalNorTheWordsAroundIt(Http http) {
    String body =
        Bodies.whole(Bodies.proposal())
            .replace("REQ-118", "\\u001b]0;pwn\\u0007")
            .replace("10k dashcam frames", "abc\\u202egnp.exe <b>x</b>");
    Answer made = http.post("/v1/hires", body);
    assertThat(made.status()).isEqualTo(201);
    for (String path : List.of("/hires/" + made.text("/id"), "/hires")) {
      String page = http.get(path, HTML).raw().body();
      assertThat(page).as(path).doesNotContain("\u001b", "\u0007", "\u202e", "<b>x</b>");
      assertThat(page).as(path).contains("\\u001b]0;pwn\\u0007", "<bdi");
    }
    assertThat(http.get("/hires/" + made.text("/id"), HTML).raw().body())
        .contains("\\u202egnp.exe &lt;b&gt;x&lt;/b&gt;</bdi>");
  }

  @Test
  void aParameterThatAPageDoesNotHaveIsNamedAndSoIsAValueThatItCannotTake(Http http) {
    Map<String, String> wrong =
        Map.of(
            "/hires?foo=bar", "There is no parameter foo here; there are ",
            "/?account=default", "There is no parameter account here; there are ",
            "/?group=bogus", "group must be one of: deadline, kind, job, account, label:",
            "/?cursor=zzz", "There is no parameter cursor here; there are ",
            "/?page=zzz", "page must be a whole number, not zzz.",
            "/hires?before=zzz", "before must be a whole number, not zzz.",
            "/hires?status=bogus", "There is no status",
            "/incidents?cause=bogus", "cause must be one of: ",
            "/incidents?page=0", "page must be from 1 to ",
            "/audit?before=zzz", "before must be a whole number, not zzz.");
    wrong.forEach(
        (path, words) -> {
          Answer page = http.get(path, HTML);
          assertThat(page.status()).as(path).isEqualTo(400);
          assertThat(page.raw().body()).as(path).contains(words).doesNotContain("No incident is");
        });
    for (String path :
        List.of(
            "/?group=label:team&text=&page=1",
            "/hires?status=&account=&label=&text=",
            "/incidents?cause=&page=9",
            "/audit?hire=&actor=")) {
      assertThat(http.get(path, HTML).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void theLooksComeFromThisFront(Http http) {
    Answer style = http.get("/assets/tenure.css");
    assertThat(style.status()).isEqualTo(200);
    assertThat(style.header("Content-Type")).startsWith("text/css");
    assertThat(http.get("/assets/tenure.js").header("Content-Type")).contains("javascript");
    assertThat(http.get("/assets/mark.svg").header("Content-Type")).startsWith("image/svg");
  }

  @Test
  void aFormFromElsewhereOrWithoutItsTokenDoesNothing(Http http) {
    String hire = http.post("/v1/hires", Bodies.whole(Bodies.proposal())).text("/id");
    http.post("/v1/hires/" + hire + "/milestones/m1/release", "");
    String form = "/hires/" + hire + "/do/end";
    String token = token(http.get("/hires/" + hire + "/do/release?target=m1", HTML));
    assertThat(submit(http, form, token, "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
    assertThat(submit(http, form, token, "Origin", "http://evil.example").status()).isEqualTo(403);
    assertThat(submit(http, form, "0".repeat(64)).status()).isEqualTo(403);
    assertThat(submit(http, form, "").status()).isEqualTo(403);
    assertThat(http.get("/v1/hires/" + hire).text("/status")).isEqualTo("active");
    assertThat(submit(http, form, token, "Origin", http.base()).status()).isEqualTo(303);
    assertThat(http.get("/v1/hires/" + hire).text("/status")).isEqualTo("ended");
  }

  @Test
  void anActionThatNoPageOffersIsNotFound(Http http) {
    String hire = http.post("/v1/hires", Bodies.whole(Bodies.proposal())).text("/id");
    for (String action :
        new String[] {"change", "add_milestone", "explode", "resolve?target=inc_1"}) {
      assertThat(http.get("/hires/" + hire + "/do/" + action, HTML).status()).isEqualTo(404);
    }
  }

  @Test
  void withoutKeysOnlyTheOwnMachinesNamesAreServed(Stack stack) throws Exception {
    int port = stack.front().server().getPort();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var answer =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(answer.readLine()).contains("403");
    }
  }

  @Test
  void withKeysNoPageIsOpenWithOrWithoutASlashAtItsEnd(Stack stack) {
    Map<String, Object> keys = Map.of("tenure.api.keys", "ops:secret-1-secret-1-secret");
    try (Front front = Front.start(stack.database(), stack.temporalPort(), keys)) {
      Http http = front.http();
      for (String path :
          new String[] {
            "/hires", "/incidents", "/hires/x", "/hires/x/change", "/changes", "/nowhere"
          }) {
        for (String address : new String[] {path, path + "/"}) {
          assertThat(http.get(address, HTML).header("Location"))
              .as(address)
              .startsWith("/login?next=");
          assertThat(http.get(address).status()).as(address).isEqualTo(303);
        }
      }
      assertThat(http.get("/assets/tenure.css").status()).isEqualTo(200);
      assertThat(http.get("/openapi.yaml").status()).isEqualTo(200);
      assertThat(http.get("/login/", HTML).status()).isEqualTo(200);
      assertThat(http.get("/v1/hires").status()).isEqualTo(401);
    }
  }

  @Test
  void guessingKeysIsSlowedDownAndEndsWithTheWait(Stack stack) {
    Map<String, Object> keys = Map.of("tenure.api.keys", "ops:secret-1-secret-1-secret");
    try (Front front = Front.start(stack.database(), stack.temporalPort(), keys)) {
      Http http = front.http();
      String form = "token=" + token(http.get("/login", HTML)) + "&next=/&apiKey=";
      for (int guess = 1; guess <= 5; guess++) {
        assertThat(form(http, "/login", form + "wrong").status()).isEqualTo(401);
      }
      // Each further wrong one doubles the wait, so that a slow machine gets there as well.
      Answer slowed = form(http, "/login", form + "wrong");
      while (slowed.status() == 401) {
        slowed = form(http, "/login", form + "wrong");
      }
      assertThat(slowed.status()).isEqualTo(429);
      assertThat(slowed.header("Retry-After")).matches("[1-9][0-9]*");
      assertThat(slowed.raw().body()).contains("Too many wrong keys", "Try again in");
      Until.holds(
          "the right key is taken after the wait",
          () -> form(http, "/login", form + "secret-1-secret-1-secret").status() == 303);
    }
  }

  @Test
  void aSessionHoldsForPagesOnlyAndCannotBeMadeUp(Stack stack) {
    Map<String, Object> keys = Map.of("tenure.api.keys", "ops:secret-1-secret-1-secret");
    try (Front front = Front.start(stack.database(), stack.temporalPort(), keys)) {
      Http http = front.http();
      assertThat(http.get("/hires", HTML).header("Location")).isEqualTo("/login?next=%2Fhires");
      assertThat(http.get("/").text("/hires")).isEqualTo("/v1/hires");
      String token = token(http.get("/login", HTML));
      Answer opened =
          form(
              http,
              "/login",
              "token=" + token + "&apiKey=secret-1-secret-1-secret&next=//evil.example");
      assertThat(opened.status()).isEqualTo(303);
      assertThat(opened.header("Location")).isEqualTo("/");
      String cookie = opened.header("Set-Cookie");
      assertThat(cookie)
          .containsIgnoringCase("; HttpOnly")
          .contains("SameSite=Strict")
          .doesNotContain("secret-1-secret-1-secret");
      String session = cookie.substring(0, cookie.indexOf(';'));
      assertThat(http.get("/hires", with(session)).status()).isEqualTo(200);
      assertThat(http.get("/v1/hires", "Cookie", session).status()).isEqualTo(401);
      assertThat(http.get("/hires", with("tenure_session=99999999999.00")).status()).isEqualTo(303);
      assertThat(http.get("/hires", with(session + "0")).status()).isEqualTo(303);
    }
  }

  @Test
  void aSessionMayDoWhatItsKeyMayAndEndsWithIt(Stack stack) {
    // A key is for accounts that there are, once any are told, which other tests may do.
    OpenContractBodies.serve(stack.front());
    Map<String, Object> keys = Map.of("tenure.api.keys", "ops:secret-1-secret-1-secret");
    try (Front front = Front.start(stack.database(), stack.temporalPort(), keys)) {
      Http http = front.http();
      StoredHire hire = StoredHire.in(front, "REF-" + UUID.randomUUID());
      String reader = key(http, "hires:read", "");
      String session = session(http, reader);
      Answer page = http.get("/hires/" + hire.id(), with(session));
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.raw().body()).doesNotContain("href=\"/audit\"");
      for (String shown : List.of("/hires/" + hire.id(), "/", "/incidents")) {
        assertThat(http.get(shown, with(session)).raw().body())
            .as(shown)
            .contains("<code>hires:write</code>")
            .doesNotContain("/do/", "/change\"", "/add-milestone");
      }
      for (String form : List.of("/do/end", "/do/resolve?target=inc_1&choice=abort", "/change")) {
        assertThat(http.get("/hires/" + hire.id() + form, with(session)).status())
            .as(form)
            .isEqualTo(403);
      }
      assertThat(http.get("/audit", with(session)).status()).isEqualTo(403);
      assertThat(
              submit(http, "/hires/" + hire.id() + "/do/pause", token(page), with(session))
                  .status())
          .isEqualTo(403);
      String elsewhere =
          session(
              http,
              key(http, "hires:read", ",\"accounts\":[\"" + OpenContractBodies.ACCOUNT + "\"]"));
      assertThat(http.get("/hires/" + hire.id(), with(elsewhere)).status()).isEqualTo(404);
      assertThat(http.get("/hires/" + hire.id() + "/events", with(elsewhere)).status())
          .isEqualTo(404);
      assertThat(http.get("/changes?hire=" + hire.id(), with(elsewhere)).status()).isEqualTo(404);
      for (String list : new String[] {"/", "/hires", "/incidents"}) {
        assertThat(http.get(list, with(elsewhere)).raw().body())
            .as(list)
            .doesNotContain(hire.reference());
      }
      String ops = session(http, "secret-1-secret-1-secret");
      assertThat(http.get("/hires/" + hire.id(), with(ops)).raw().body())
          .contains("/do/pause", "If it is declined, the hire waits for an answer here.")
          .doesNotContain("<code>hires:write</code>");
      assertThat(http.get("/", with(ops)).raw().body())
          .contains("If it is declined, the hire waits for an answer here.");
      String pause = "/hires/" + hire.id() + "/do/pause";
      String token = token(http.get("/hires/" + hire.id(), with(ops)));
      assertThat(submit(http, pause, token, with(ops)).status()).isEqualTo(409);
      Answer refused =
          http.get("/v1/audit?limit=1&actor=ops", "X-Api-Key", "secret-1-secret-1-secret");
      assertThat(refused.text("/items/0/action")).isEqualTo("pause");
      assertThat(refused.text("/items/0/code")).isEqualTo("not_running");
      String audit = http.get("/audit?hire=" + hire.id(), with(ops)).raw().body();
      assertThat(audit).contains("Pause", "Refused", "signed in", "href=\"/audit\"");
      assertThat(http.get("/audit?actor=ops", with(ops)).raw().body()).contains("Sign in");
      http.send(
          "DELETE",
          "/v1/api-keys/key_" + reader.substring(4, 20),
          "",
          "X-Api-Key",
          "secret-1-secret-1-secret");
      assertThat(http.get("/hires", with(session)).status()).isEqualTo(303);
    }
  }

  @Test
  void whoGuessesAtOneKeyKeepsNobodyOutOfAnother(Stack stack) {
    Map<String, Object> keys =
        Map.of(
            "tenure.api.keys",
            "ops:secret-1-secret-1-secret",
            "tenure.api.trusted-proxies",
            "127.0.0.0/8");
    try (Front front = Front.start(stack.database(), stack.temporalPort(), keys)) {
      Http http = front.http();
      String victim = key(http, "hires:read", "");
      String guess = victim.substring(0, victim.length() - 4) + "0000";
      String form = "token=" + token(http.get("/login", HTML)) + "&next=/&apiKey=";
      String[] attacker = {"X-Forwarded-For", "198.51.100.1, 192.0.2.1"};
      Answer slowed = form(http, "/login", form + guess, attacker);
      while (slowed.status() == 401) {
        slowed = form(http, "/login", form + guess, attacker);
      }
      assertThat(slowed.status()).isEqualTo(429);
      assertThat(form(http, "/login", form + victim, attacker).status()).isEqualTo(429);
      assertThat(form(http, "/login", form + "secret-1-secret-1-secret", attacker).status())
          .isEqualTo(303);
      assertThat(form(http, "/login", form + victim, "X-Forwarded-For", "192.0.2.2").status())
          .isEqualTo(303);
    }
  }

  @Test
  void theOpenPagesOfASessionCountForItsKey(Stack stack) {
    Map<String, Object> settings =
        Map.of("tenure.api.keys", "ci:secret-1-secret-1-secret", "front.streams.per-key", 1);
    try (Front front = Front.start(stack.database(), stack.temporalPort(), settings)) {
      String[] session = {"Cookie", session(front.http(), "secret-1-secret-1-secret")};
      try (var page = Sse.listen(front.http().base() + "/changes", "", session)) {
        assertThat(page.next().data()).isEqualTo("changed");
        assertThat(
                front
                    .http()
                    .get("/v1/events/stream", "X-Api-Key", "secret-1-secret-1-secret")
                    .status())
            .isEqualTo(429);
        assertThat(front.http().get("/changes", session).status()).isEqualTo(429);
      }
    }
  }

  private static String key(Http http, String scope, String more) {
    String body =
        "{\"name\":\"%s\",\"scopes\":[\"%s\"]%s}".formatted(UUID.randomUUID(), scope, more);
    return http.post("/v1/api-keys", body, "X-Api-Key", "secret-1-secret-1-secret").text("/secret");
  }

  /** Signs in, and returns the cookie of the session. */
  static String session(Http http, String key) {
    String token = token(http.get("/login", HTML));
    String cookie =
        form(http, "/login", "token=" + token + "&next=/&apiKey=" + key).header("Set-Cookie");
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private static String[] with(String cookie) {
    return new String[] {HTML[0], HTML[1], "Cookie", cookie};
  }

  private static Answer submit(Http http, String path, String token, String... headers) {
    return form(http, path, "token=" + token + "&key=k1", headers);
  }

  private static Answer form(Http http, String path, String body, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 4);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/x-www-form-urlencoded";
    all[headers.length + 2] = HTML[0];
    all[headers.length + 3] = HTML[1];
    return http.send("POST", path, body, all);
  }

  private static String token(Answer page) {
    Matcher matcher = TOKEN.matcher(page.raw().body());
    assertThat(matcher.find()).as(page.raw().body()).isTrue();
    return matcher.group(1);
  }
}
