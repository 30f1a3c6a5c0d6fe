package dev.tenure.workflows.opentrain;

import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.CreateAnswer;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.journal.JournalActivities;
import io.temporal.activity.Activity;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Many hires at once, each with a marketplace and a journal of its own behind one worker. */
final class Crowd {
  final Map<String, FakeMarketplace> markets = new ConcurrentHashMap<>();
  final Map<String, FakeJournal> journals = new ConcurrentHashMap<>();
  private final TestWorkflowEnvironment env;

  Crowd(TestWorkflowEnvironment env) {
    this.env = env;
  }

  void add(String hireId) {
    markets.put(WorkflowIds.hire(hireId), new FakeMarketplace(env, hireId));
    journals.put(WorkflowIds.hire(hireId), new FakeJournal());
  }

  void away(boolean now) {
    journals.values().forEach(journal -> journal.away(now));
  }

  private static <T> T own(Map<String, T> all) {
    String workflowId = Activity.getExecutionContext().getInfo().getWorkflowId();
    T own = all.get(workflowId);
    if (own == null) {
      throw new IllegalStateException("nobody knows " + workflowId);
    }
    return own;
  }

  /** Each hire's own journal. */
  final class Journals implements JournalActivities {
    @Override
    public MarketplaceNotifications record(RecordBatch batch) {
      return own(journals).record(batch);
    }
  }

  /** Each hire's own marketplace. */
  final class Markets implements MarketplaceActivities {
    @Override
    public AskAnswer requestHire(HireAsk ask) {
      return own(markets).requestHire(ask);
    }

    @Override
    public AskAnswer requestFunding(MilestoneAsk ask) {
      return own(markets).requestFunding(ask);
    }

    @Override
    public AskAnswer requestRelease(MilestoneAsk ask) {
      return own(markets).requestRelease(ask);
    }

    @Override
    public EndAnswer requestEnd(ContractRef contract) {
      return own(markets).requestEnd(contract);
    }

    @Override
    public CreateAnswer createMilestone(CreateMilestone create) {
      return own(markets).createMilestone(create);
    }

    @Override
    public ApprovalAnswer readApproval(ApprovalRef approval) {
      return own(markets).readApproval(approval);
    }

    @Override
    public ApprovalsFound findApproval(ApprovalSearch search) {
      return own(markets).findApproval(search);
    }

    @Override
    public ContractReading readContract(ContractRef contract) {
      return own(markets).readContract(contract);
    }

    @Override
    public ContractReading findContract(ProposalRef proposal) {
      return own(markets).findContract(proposal);
    }
  }
}
