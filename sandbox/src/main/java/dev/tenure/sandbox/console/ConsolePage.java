package dev.tenure.sandbox.console;

import java.util.List;

/** The whole console, as words ready to print. */
public record ConsolePage(
    String filter, String now, String clockNote, List<String> faultKinds, List<Table> tables) {}
