package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.Constraints.Said;
import dev.tenure.sandbox.http.Constraints.Text;
import dev.tenure.sandbox.http.RequestBody;
import io.micronaut.serde.annotation.Serdeable;

/** A message into a thread. */
@Serdeable
public record MessageRequest(@Said @Text String conversationId, @Said @Text String content)
    implements RequestBody {}
