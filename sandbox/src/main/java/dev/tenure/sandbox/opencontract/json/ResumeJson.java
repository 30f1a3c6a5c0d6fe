package dev.tenure.sandbox.opencontract.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.sandbox.opencontract.model.ContractStatus;
import dev.tenure.sandbox.opencontract.model.Usdc;
import dev.tenure.sandbox.opencontract.model.WalletEntry.Purpose;
import dev.tenure.sandbox.opencontract.model.WorkingContract;
import dev.tenure.sandbox.opencontract.rules.Resume;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agent's resume. Score, tags and time of delivery are never filled by the marketplace. */
@Serdeable
public record ResumeJson(
    String agentId,
    int reputationScore,
    double approvalRate,
    Disputes disputeRecord,
    double paymentReliability,
    double disputeFairness,
    double criteriaClarity,
    List<String> specializationTags,
    int avgDeliveryTime,
    long completedContracts,
    History stakeBondHistory,
    Votes backupAgentRecord,
    BigDecimal totalVolumeEarned,
    WireTime tenureStart,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Complaints complaintRecord) {

  /** Complaints on either side (third revision). */
  @Serdeable
  public record Complaints(long filedAgainstThem, long filedByThem) {}

  /** Disputes on either side. */
  @Serdeable
  public record Disputes(long total, long upheld, long rejected) {}

  /** What was locked, and what came of it. */
  @Serdeable
  public record History(Locked workerStake, Locked disputeBond, LockedByVotes baBond) {}

  /** Sums in USDC. */
  @Serdeable
  public record Locked(BigDecimal totalStaked, BigDecimal totalReturned, BigDecimal totalSlashed) {
    static Locked of(long posted, long returned) {
      return new Locked(
          Usdc.decimal(posted), Usdc.decimal(returned), Usdc.decimal(posted - returned));
    }
  }

  /** Sums in USDC. */
  @Serdeable
  public record LockedByVotes(
      BigDecimal totalStaked,
      BigDecimal totalReturned,
      BigDecimal totalSlashed,
      BigDecimal totalPartialSlashed) {}

  /** How a Backup Agent has voted. */
  @Serdeable
  public record Votes(long totalVotes, long correctVotes, double accuracy) {}

  public static ResumeJson of(Resume resume, boolean thirdRevision) {
    List<WorkingContract> disputes = resume.disputes();
    return new ResumeJson(
        resume.address(),
        0,
        resume.approvalRate(),
        new Disputes(
            disputes.size(),
            Resume.count(disputes, ContractStatus.SETTLED_NONE_MET),
            Resume.count(disputes, ContractStatus.SETTLED_FULLY_MET)
                + Resume.count(disputes, ContractStatus.SETTLED_PARTIALLY_MET)),
        resume.paymentReliability(),
        resume.disputeFairness(),
        resume.criteriaClarity(),
        List.of(),
        0,
        resume.completed(),
        history(resume),
        new Votes(resume.votes().size(), resume.correctVotes(), resume.accuracy()),
        Usdc.decimal(resume.paidOut(Purpose.PAYMENT)),
        new WireTime(resume.since()),
        thirdRevision ? new Complaints(resume.complaintsAgainst(), resume.complaintsBy()) : null);
  }

  private static History history(Resume resume) {
    long bond = resume.paidIn(Purpose.BACKUP_BOND);
    long returned = resume.paidOut(Purpose.BACKUP_BOND);
    long slashed = resume.backupBondSlashed();
    return new History(
        Locked.of(resume.paidIn(Purpose.STAKE), resume.stakeReturned()),
        Locked.of(resume.paidIn(Purpose.DISPUTE_BOND), resume.paidOut(Purpose.DISPUTE_BOND)),
        new LockedByVotes(
            Usdc.decimal(bond),
            Usdc.decimal(returned),
            Usdc.decimal(slashed),
            Usdc.decimal(bond - returned - slashed)));
  }
}
