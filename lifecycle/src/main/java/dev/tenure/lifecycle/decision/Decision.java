package dev.tenure.lifecycle.decision;

import dev.tenure.lifecycle.call.RemoteCall;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.hire.Condition;
import dev.tenure.model.hire.HireStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a hire wants now.
 *
 * @param calls the calls wanted, by subject, in the order of their start
 * @param wake the next moment at which time alone changes the decision; absent where it never does
 * @param wakeWords what happens then, in one line of at most 200 bytes
 * @param conditions what needs a person now, by step
 * @param heeded the subjects whose obstructions still matter
 * @param closes how the hire closes; only when nothing runs any more
 */
public record Decision<C extends RemoteCall<C>>(
    Map<String, C> calls,
    @Nullable Instant wake,
    @Nullable String wakeWords,
    Map<Step, Condition> conditions,
    Set<String> heeded,
    @Nullable HireStatus closes) {}
