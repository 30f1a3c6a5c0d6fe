package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.http.JsonClient;
import org.junit.jupiter.api.Test;

/** The status of a home in which nothing runs, as that of these tests. */
class StatusTest extends AtAFront {

  @Test
  void programsReadTheSameAsPeople() throws Exception {
    var home = Environment.ofThisProcess().home().toString();
    assertThat(runAlone("status")).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(out).contains("not up in TENURE_HOME=" + home);
    assertThat(runAlone("status", "--json")).isEqualTo(ExitCode.UNAVAILABLE);
    var status = JsonClient.JSON.readTree(out);
    assertThat(status.path("home").asText()).isEqualTo(home);
    assertThat(status.path("up").isBoolean()).isTrue();
    assertThat(status.path("up").asBoolean()).isFalse();
    assertThat(status.path("ready").asBoolean(true)).isFalse();
    assertThat(status.path("marketplace").isNull()).isTrue();
    assertThat(status.path("roles").isArray()).isTrue();
    assertThat(status.path("leftBehind")).isEmpty();
  }
}
