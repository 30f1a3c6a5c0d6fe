package dev.tenure.activities.sweep;

import dev.tenure.journal.account.SweptContract;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.model.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An active contract as a list of contracts shows it. */
public record ListedContract(
    String id,
    @Nullable String status,
    @Nullable String proposalId,
    List<ListedMilestone> milestones) {

  private static final int DIGEST_BYTES = 16;

  private static final Comparator<ListedMilestone> BY_ID =
      Comparator.comparing(ListedMilestone::id, Comparator.nullsFirst(Comparator.naturalOrder()));

  public ListedContract {
    milestones = milestones.stream().sorted(BY_ID).toList();
  }

  /** One that was read by itself. */
  static ListedContract of(ContractSnapshot contract) {
    return new ListedContract(
        contract.id(),
        contract.status(),
        contract.proposalId(),
        contract.milestones().stream().map(ListedContract::listed).toList());
  }

  private static ListedMilestone listed(MilestoneSnapshot milestone) {
    @Nullable Money amount = milestone.amount();
    return new ListedMilestone(
        milestone.id(),
        milestone.status(),
        amount == null ? null : amount.amount(),
        milestone.number(),
        milestone.pendingApproval());
  }

  /** What the next sweep compares with. */
  SweptContract swept() {
    return new SweptContract(id, proposalId, digest());
  }

  /** Another one where anything that a hire wants to know is another. */
  private String digest() {
    StringBuilder text = new StringBuilder().append(status);
    for (ListedMilestone milestone : milestones) {
      text.append('\n')
          .append(milestone.id())
          .append(' ')
          .append(milestone.status())
          .append(' ')
          .append(
              milestone.amount() == null
                  ? null
                  : milestone.amount().stripTrailingZeros().toString())
          .append(' ')
          .append(milestone.number())
          .append(' ')
          .append(milestone.delivered());
    }
    byte[] hash = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
