package dev.tenure.cli.hire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.option.Amount;
import dev.tenure.cli.option.FrontOptions;
import dev.tenure.cli.option.HiringMarketplace;
import dev.tenure.cli.option.MilestoneOption;
import dev.tenure.cli.option.OpenContractMilestoneOptions;
import dev.tenure.cli.option.OpenContractOptions;
import dev.tenure.cli.option.RequestBody;
import dev.tenure.cli.terminal.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "hire",
    description = "Begins a hire, or shows with --plan what it would be. Asking twice is safe.")
public final class HireCommand implements Callable<Integer> {
  private static final int CREATED = 201;

  @Mixin FrontOptions front = new FrontOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The hire as JSON, as POST /v1/hires takes it; - reads the standard input.")
  @Nullable String file;

  @Option(
      names = "--proposal",
      paramLabel = "ID",
      description = "OpenTrain: the proposal to hire from.")
  @Nullable String proposal;

  @Option(
      names = "--milestone",
      paramLabel = "NAME=AMOUNT",
      description =
          "A milestone, in USD, or in USDC on OpenContract; may be given several times, in order.")
  List<MilestoneOption> milestones = List.of();

  @Option(
      names = "--cap",
      paramLabel = "AMOUNT",
      description = "The most it may cost, with fees, in the same currency.")
  @Nullable Amount cap;

  @Option(
      names = "--account",
      description = "The marketplace account that hires; it decides the marketplace.")
  @Nullable String account;

  @Option(names = "--ref", description = "Your own reference; OpenContract needs one.")
  @Nullable String reference;

  @Option(names = "--label", paramLabel = "KEY=VALUE", description = "A label of your own.")
  Map<String, String> labels = Map.of();

  @Mixin OpenContractOptions award = new OpenContractOptions();

  @Mixin OpenContractMilestoneOptions work = new OpenContractMilestoneOptions();

  @Option(
      names = "--self-approval",
      paramLabel = "POLICY",
      description =
          "OpenContract: whether whoever begins the hire may decide its approvals: allow or forbid.")
  @Nullable String selfApproval;

  @ArgGroup How how = new How();

  /** What is to happen beside the asking. */
  static final class How {
    @Option(
        names = "--plan",
        description =
            "Only price it and check the account; starts nothing. Exit code 1: a check is red.")
    boolean plan;

    @Option(
        names = "--wait",
        description = "Wait up to 30 s for the link to confirm or decline at.")
    boolean wait;
  }

  @Override
  public Integer call() {
    var body = body();
    var client = front.front();
    if (how.plan) {
      var answer = client.post("/v1/hire-plans", body, Map.of());
      front.print(answer, screen -> new PlanPrinter(screen).print(answer.json()));
      return answer.json().path("preflight").path("status").asText().equals("red")
          ? ExitCode.FAILED
          : ExitCode.DONE;
    }
    var answer = client.post("/v1/hires", body, how.wait ? Map.of("Prefer", "wait=30") : Map.of());
    front.print(answer, screen -> print(screen, answer.json(), answer.status() == CREATED));
    return ExitCode.DONE;
  }

  /** As the API takes it. What is wrong with it the front says. */
  private byte[] body() {
    if (file != null) {
      if (!front.given(HireCommand.class).isEmpty() || !onlyOpenContract().isEmpty()) {
        throw Refused.usage("Give the hire as a file or as flags, not both");
      }
      if (file.startsWith("prp_") && Files.notExists(Path.of(file))) {
        throw Refused.usage(
            "The file %1$s does not exist. If it is a proposal: --proposal %1$s".formatted(file));
      }
      return RequestBody.read(file);
    }
    if (milestones.isEmpty() || (proposal == null && onlyOpenContract().isEmpty())) {
      throw Refused.usage(
          "Give a FILE, or at least one --milestone with --proposal, or with --criterion on"
              + " OpenContract:\n"
              + "  tenure hire --proposal prp_1 --milestone \"Batch 1=450.00\" --cap 600\n"
              + "  tenure hire --account opencontract --ref REQ-1 --worker 0x... --milestone"
              + " \"Batch 1=45\" --criterion \"every clip is named\"");
    }
    return FrontClient.bytes(flags(marketplace()));
  }

  private List<String> onlyOpenContract() {
    var flags =
        new ArrayList<>(front.given(OpenContractOptions.class, OpenContractMilestoneOptions.class));
    if (selfApproval != null) {
      flags.add("--self-approval");
    }
    return flags;
  }

  /** The account decides; of one that nobody tells of, what the flags mean. */
  private HiringMarketplace marketplace() {
    var named = account == null ? "default" : account;
    var foreign = onlyOpenContract();
    var meant = foreign.isEmpty() ? HiringMarketplace.OPENTRAIN : HiringMarketplace.OPENCONTRACT;
    var marketplace = HiringMarketplace.ofAccount(front.front(), named).orElse(meant);
    var its = "the account " + named;
    switch (marketplace) {
      case OPENTRAIN -> marketplace.refuse(foreign, its, ", or name an --account of OpenContract");
      case OPENCONTRACT ->
          marketplace.refuse(
              proposal == null ? List.of() : List.of("--proposal"), its, ", and give --ref");
    }
    return marketplace;
  }

  private ObjectNode flags(HiringMarketplace marketplace) {
    var order = JsonNodeFactory.instance.objectNode();
    RequestBody.put(order, "proposalId", proposal);
    RequestBody.put(order, "account", account);
    RequestBody.put(order, "externalRef", reference);
    if (!labels.isEmpty()) {
      labels.forEach(order.putObject("labels")::put);
    }
    var all = order.putArray("milestones");
    milestones.forEach(milestone -> all.add(milestone.json(marketplace)));
    if (cap != null) {
      order.putObject("budget").set("cap", cap.json(marketplace));
    }
    if (marketplace == HiringMarketplace.OPENCONTRACT) {
      onOpenContract(order);
    }
    return order;
  }

  private void onOpenContract(ObjectNode order) {
    var keys = IntStream.rangeClosed(1, milestones.size()).mapToObj(i -> "m" + i).toList();
    var all = order.withArrayProperty("milestones");
    for (int i = 0; i < keys.size(); i++) {
      work.into(all.get(i).withObjectProperty("openContract"), keys.get(i), keys);
    }
    if (!front.given(OpenContractOptions.class).isEmpty()) {
      award.into(order.withObjectProperty("openContract"), false);
    }
    if (selfApproval != null) {
      order.withObjectProperty("policies").put("selfApproval", selfApproval);
    }
  }

  private static void print(Screen screen, JsonNode hire, boolean created) {
    screen.line(
        screen
            .style()
            .good(
                created
                    ? "The hire is recorded, and will be carried out."
                    : "This hire was asked for before; this is where it stands."));
    new HirePrinter(screen).print(hire);
    screen.line("Follow it with: tenure watch " + HireLookup.shortened(hire.path("id").asText()));
  }
}
