package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Caller;
import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.world.Job;
import dev.tenure.sandbox.world.World;

/** A job named by a caller: 404 when there is none, 403 when it is another account's. */
final class JobAccess {
  private JobAccess() {}

  static Job require(World world, Caller caller, String jobId) {
    Job job = world.jobs.find(jobId);
    if (job == null) {
      throw Refusal.missing("jobs", "jobId", jobId);
    }
    if (!caller.owns(job.accountId())) {
      throw Refusal.notYours("This job belongs to another account.");
    }
    return job;
  }
}
