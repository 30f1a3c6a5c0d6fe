package dev.tenure.cli;

import dev.tenure.cli.doctor.CheckResult;
import dev.tenure.cli.doctor.Doctor;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.http.JsonClient;
import dev.tenure.cli.option.FrontOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "doctor",
    description =
        "Looks at everything that a first real hire needs: green, red with the remedy, or unknown."
            + " Exit code 0: nothing is red.")
final class DoctorCommand implements Callable<Integer> {
  @Mixin FrontOptions front = new FrontOptions();

  @Override
  public Integer call() {
    var findings = new Doctor(Environment.ofThisProcess(), front::front, front.remote()).look();
    var json = JsonClient.JSON.valueToTree(Map.of("checks", findings)).toString();
    front.printOwn(json, screen -> findings.forEach(one -> one.print(screen)));
    return isWell(findings) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static boolean isWell(List<CheckResult> findings) {
    return findings.stream().noneMatch(one -> one.status() == CheckResult.Status.RED);
  }
}
