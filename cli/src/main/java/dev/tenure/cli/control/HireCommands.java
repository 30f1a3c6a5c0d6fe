package dev.tenure.cli.control;

import dev.tenure.cli.option.ConfirmationOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The commands to a hire under way that need no more than its name, or that of a milestone. */
public final class HireCommands {

  private HireCommands() {}

  @Command(
      name = "release",
      description = "Asks for the release of a funded milestone; a person confirms it.",
      mixinStandardHelpOptions = true)
  public static final class Release implements Callable<Integer> {
    @Mixin MilestoneCommandOptions command = new MilestoneCommandOptions();

    @Override
    public Integer call() {
      return command.send(
          "POST", "/release", "The release is asked for; a person must confirm it.");
    }
  }

  @Command(
      name = "fund",
      description = "Asks for the funding of a milestone; a person confirms it.",
      mixinStandardHelpOptions = true)
  public static final class Fund implements Callable<Integer> {
    @Mixin MilestoneCommandOptions command = new MilestoneCommandOptions();

    @Override
    public Integer call() {
      return command.send("POST", "/fund", "The funding is asked for; a person must confirm it.");
    }
  }

  @Command(
      name = "dispute",
      description =
          "Asks for the dispute of a delivery, on OpenContract; a person confirms it, since a bond"
              + " is at risk.",
      mixinStandardHelpOptions = true)
  public static final class Dispute implements Callable<Integer> {
    @Mixin MilestoneCommandOptions command = new MilestoneCommandOptions();

    @Override
    public Integer call() {
      return command.send(
          "POST", "/dispute", "The dispute is asked for; a person must confirm it.");
    }
  }

  @Command(
      name = "drop",
      description = "Drops a milestone whose funding was not asked for yet.",
      mixinStandardHelpOptions = true)
  public static final class Drop implements Callable<Integer> {
    @Mixin MilestoneCommandOptions command = new MilestoneCommandOptions();

    @Override
    public Integer call() {
      return command.send("DELETE", "", "The milestone is dropped.");
    }
  }

  @Command(
      name = "pause",
      description = "Asks nothing new of people until the hire is resumed.",
      mixinStandardHelpOptions = true)
  public static final class Pause implements Callable<Integer> {
    @Mixin HireCommandOptions command = new HireCommandOptions();

    @Override
    public Integer call() {
      return command.send("POST", "/pause", null, "The hire is paused.");
    }
  }

  @Command(
      name = "resume",
      description = "Goes on with a paused hire.",
      mixinStandardHelpOptions = true)
  public static final class Resume implements Callable<Integer> {
    @Mixin HireCommandOptions command = new HireCommandOptions();

    @Override
    public Integer call() {
      return command.send("POST", "/resume", null, "The hire goes on.");
    }
  }

  @Command(
      name = "cancel",
      description = "Cancels a hire before there is a contract; asks first.",
      mixinStandardHelpOptions = true)
  public static final class Cancel implements Callable<Integer> {
    @Mixin HireCommandOptions command = new HireCommandOptions();

    @Mixin ConfirmationOptions confirmation = new ConfirmationOptions();

    @Override
    public Integer call() {
      return command.sendIf(
          confirmation, "Cancel this hire?", "/cancel", "The hire is being cancelled.");
    }
  }

  @Command(
      name = "end",
      description = "Ends the contract; asks first.",
      mixinStandardHelpOptions = true)
  public static final class End implements Callable<Integer> {
    @Mixin HireCommandOptions command = new HireCommandOptions();

    @Mixin ConfirmationOptions confirmation = new ConfirmationOptions();

    @Override
    public Integer call() {
      return command.sendIf(
          confirmation, "End this contract?", "/end", "The end of the contract is under way.");
    }
  }
}
