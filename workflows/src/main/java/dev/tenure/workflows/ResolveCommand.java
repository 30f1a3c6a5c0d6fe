package dev.tenure.workflows;

import dev.tenure.model.Resolution;

/** An operator's answer to an open incident. */
public record ResolveCommand(String incidentId, Resolution resolution) {}
