package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher of the repository's root in a project of its own, with JDKs that only talk. */
@Timeout(300)
class LauncherTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path project;

  @BeforeEach
  void copyTheLauncherBesideAFinishedBuild() throws IOException {
    Files.copy(
        Path.of("..", "tenure"), project.resolve("tenure"), StandardCopyOption.COPY_ATTRIBUTES);
    var dist = project.resolve("dist/target/tenure");
    Files.createDirectories(dist.resolve("roles"));
    Files.writeString(dist.resolve("roles/cli.cp"), "lib/a.jar:lib/b.jar");
    Files.writeString(dist.resolve("roles/cli.args"), "# words\n-Xmx10m\n-cp \"x\"\nMain\n");
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    Files.createFile(dist.resolve("built"));
  }

  @Test
  void theJdkOfJavaHomeIsUsedWhenItIsNewEnough() throws Exception {
    var run = run(Map.of("JAVA_HOME", jdk("new", 25).toString()), "status", "--all");
    assertThat(run.words()).startsWith("java 25 ").contains("-Xmx10m").endsWith("Cli status --all");
    assertThat(run.exit()).isZero();
  }

  @Test
  void anOldJavaHomeIsPassedOverForANewerJdkInTheUsualFolders() throws Exception {
    jdk("folder/jdk-21", 21);
    jdk("folder/jdk-26", 26);
    var env =
        Map.of(
            "JAVA_HOME", jdk("old", 17).toString(),
            "TENURE_JDK_FOLDERS", project.resolve("folder").toString());
    assertThat(run(env, "status").words()).startsWith("java 26 ");
  }

  @Test
  void theJdkThatTheUserNamesMustBeNewEnough() throws Exception {
    var run = run(Map.of("TENURE_JAVA_HOME", jdk("old", 21).toString()), "status");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.words()).contains("TENURE_JAVA_HOME", "not a JDK 25");
  }

  @Test
  void withoutAJdkTheRemedyIsNamed() throws Exception {
    var run = run(Map.of(), "demo");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.words()).contains("needs a JDK 25", "JAVA_HOME", "TENURE_JAVA_HOME=");
  }

  @Test
  void theClassPathIsAbsoluteAndTheHomeIsTheProjects() throws Exception {
    var run = run(Map.of("JAVA_HOME", jdk("new", 25).toString()), "status");
    var lib = project.toRealPath().resolve("dist/target/tenure/lib");
    assertThat(run.words())
        .contains("-cp " + lib.resolve("a.jar") + ":" + lib.resolve("b.jar"))
        .contains("home=" + project.toRealPath().resolve(".tenure"));
  }

  @Test
  void sourcesNewerThanTheBuildAreBuiltFirst() throws Exception {
    var source = Files.createDirectories(project.resolve("model/src/main/java")).resolve("A.java");
    Files.writeString(source, "class A {}");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    script(
        project.resolve("mvnw"),
        "echo \"[INFO] Building tenure-model 1 [1/2]\"; echo \"$@\" >> \"$0.ran\"");
    var run = run(Map.of("JAVA_HOME", jdk("new", 25).toString()), "status");
    assertThat(run.words()).contains("Building Tenure", "tenure-model 1", "java 25");
    assertThat(project.resolve("mvnw.ran")).content().contains("package");
  }

  @Test
  void theBuildDownloadsByTheProxyThatIsNamed() throws Exception {
    Files.delete(project.resolve("dist/target/tenure/built"));
    script(project.resolve("mvnw"), "echo \"$MAVEN_ARGS\" > \"$0.ran\"");
    Map<String, String> env =
        new HashMap<>(
            Map.of(
                "JAVA_HOME", jdk("new", 25).toString(),
                "MAVEN_ARGS", "-o",
                "HTTPS_PROXY", "http://me:secret@proxy.lan:3128/",
                "NO_PROXY", ".lan,10.1.2.3"));
    run(env, "status");
    assertThat(project.resolve("mvnw.ran"))
        .content()
        .contains("-o ", "-Dhttps.proxyHost=proxy.lan ", "-Dhttps.proxyPort=3128 ")
        .contains("-Dhttps.proxyUser=me ", "-Dhttps.proxyPassword=secret ")
        .contains("-Dhttp.nonProxyHosts=*.lan|10.1.2.3");
    env.put("HTTPS_PROXY", "proxy.lan");
    Files.deleteIfExists(project.resolve("dist/target/tenure/built"));
    run(env, "status");
    assertThat(project.resolve("mvnw.ran"))
        .content()
        .contains("-Dhttps.proxyHost=proxy.lan ", "-Dhttps.proxyPort=80 ")
        .doesNotContain("proxyUser");
  }

  @Test
  void aBuildThatFailsIsToldAndNothingIsRun() throws Exception {
    Files.delete(project.resolve("dist/target/tenure/built"));
    script(project.resolve("mvnw"), "echo '[ERROR] it does not compile'; exit 1");
    var run = run(Map.of("JAVA_HOME", jdk("new", 25).toString()), "status");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.words())
        .contains("The build failed", "it does not compile")
        .doesNotContain("java 25");
  }

  @Test
  void classesAreKeptReadyForTheBuildThatTheyBelongTo() throws Exception {
    var dist = project.resolve("dist/target/tenure");
    var env = Map.of("JAVA_HOME", jdk("new", 25).toString());
    var kept = Files.createFile(dist.resolve("cli.aot"));
    assertThat(run(env, "status").words()).contains("-XX:AOTCache=" + kept.toRealPath());
    Files.setLastModifiedTime(kept, FileTime.from(Instant.now().minusSeconds(60)));
    assertThat(run(env, "status").words()).doesNotContain("AOTCache").endsWith("Cli status");
  }

  private record Run(int exit, String words) {}

  private Run run(Map<String, String> variables, String... arguments) throws Exception {
    var command = new java.util.ArrayList<>(List.of(project.resolve("tenure").toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    Map<String, String> env = new HashMap<>(variables);
    env.putIfAbsent("TENURE_JDK_FOLDERS", project.resolve("none").toString());
    env.put("PATH", toolsWithoutJava());
    builder.environment().clear();
    builder.environment().putAll(env);
    var process = builder.redirectErrorStream(true).start();
    var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), words.strip());
  }

  /** The ordinary tools, but no Java, whatever is installed on the machine. */
  private String toolsWithoutJava() throws IOException {
    var bin = Files.createDirectories(project.resolve("bin"));
    for (var tool :
        List.of(
            "sh",
            "sed",
            "find",
            "head",
            "dirname",
            "mkdir",
            "mv",
            "rm",
            "tee",
            "awk",
            "grep",
            "tail",
            "cat",
            "readlink")) {
      for (var folder : List.of("/usr/bin", "/bin")) {
        var program = Path.of(folder, tool);
        if (Files.exists(program) && !Files.exists(bin.resolve(tool))) {
          script(bin.resolve(tool), "exec " + program + " \"$@\"");
        }
      }
    }
    return bin.toString();
  }

  private Path jdk(String name, int version) throws IOException {
    var home = project.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
    script(home.resolve("bin/javac"), ":");
    script(home.resolve("bin/java"), "echo \"java " + version + " home=$TENURE_HOME $*\"");
    return home;
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
