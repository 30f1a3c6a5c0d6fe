package dev.tenure.sandbox.pages;

import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.rules.DefaultWorld;
import dev.tenure.sandbox.world.Account;
import dev.tenure.sandbox.world.Approval;
import dev.tenure.sandbox.world.Contract;
import dev.tenure.sandbox.world.LedgerEntry;
import dev.tenure.sandbox.world.Milestone;
import dev.tenure.sandbox.world.World;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import java.util.List;
import java.util.Map;

/** The first page: what waits, who works, where the money went. */
@Controller("/")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class OverviewController {
  private static final int ROWS = 50;

  private final World world;

  OverviewController(World world) {
    this.world = world;
  }

  @Get
  ModelAndView<Map<String, Object>> show() {
    return new ModelAndView<>("overview", Map.of("page", world.transact(this::page)));
  }

  private OverviewPage page() {
    Account account = world.accounts.get(DefaultWorld.ACCOUNT);
    return new OverviewPage(
        world
            .open
            .newestFirst()
            .map(world.approvals::get)
            .filter(approval -> !approval.overdue(world.now()))
            .limit(ROWS)
            .map(this::waiting)
            .toList(),
        "Contracts (" + world.contracts.size() + ")",
        world
            .contracts
            .newestFirst()
            .limit(ROWS)
            .flatMap(contract -> contract.milestones().stream().map(at -> work(contract, at)))
            .toList(),
        "Credits of %s: %s available, %s held"
            .formatted(
                account.name(),
                Words.money(account.availableCents()),
                Words.money(account.reservedCents())),
        ledger());
  }

  private List<OverviewPage.Entry> ledger() {
    return world
        .ledger
        .newestFirst()
        .filter(entry -> entry.accountId().equals(DefaultWorld.ACCOUNT))
        .limit(ROWS)
        .map(this::entry)
        .toList();
  }

  private OverviewPage.Waiting waiting(Approval approval) {
    return new OverviewPage.Waiting(
        approval.id(),
        "/approvals/" + approval.id(),
        approval.type().word().replace('_', ' ') + " · " + approval.subject(),
        Words.moment(world.clock().wall(approval.expiresAt())));
  }

  private static OverviewPage.Work work(Contract contract, Milestone milestone) {
    return new OverviewPage.Work(
        contract.id() + (contract.active() ? "" : " (ended)"),
        contract.candidate().displayName(),
        Bills.name(milestone) + " · " + milestone.id(),
        milestone.pendingApproval() ? "PAYOUT REQUESTED" : milestone.status().name(),
        Words.money(milestone.terms().amountCents()));
  }

  private OverviewPage.Entry entry(LedgerEntry entry) {
    return new OverviewPage.Entry(
        Words.moment(world.clock().wall(entry.createdAt())),
        entry.type().name(),
        requireNonNullElse(entry.milestoneId(), ""),
        requireNonNullElse(entry.note(), ""),
        Words.money(entry.amountCents()));
  }
}
