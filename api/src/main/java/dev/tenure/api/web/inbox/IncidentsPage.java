package dev.tenure.api.web.inbox;

import dev.tenure.api.web.hires.row.IncidentRow;
import dev.tenure.api.web.page.Pagination;
import dev.tenure.api.web.page.Tab;
import java.util.List;

/** The open incidents, ready to print. */
public record IncidentsPage(List<Tab> tabs, List<IncidentRow> incidents, Pagination pagination) {}
