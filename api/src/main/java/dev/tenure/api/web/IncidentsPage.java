package dev.tenure.api.web;

import java.util.List;

/** The open incidents, ready to print. */
public record IncidentsPage(List<Tab> tabs, List<IncidentRow> incidents, Paging paging) {}
