package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.Constraints.Said;
import dev.tenure.sandbox.http.Constraints.Text;
import dev.tenure.sandbox.http.RequestBody;
import io.micronaut.serde.annotation.Serdeable;

/** An invitation of a trainer to a job. */
@Serdeable
public record JobInviteRequest(@Said @Text String freelancerId) implements RequestBody {}
