package dev.tenure.journal.account;

/**
 * A Working Contract that an open hire waits for.
 *
 * @param status the marketplace's word, as the record shows it; not a terminal one
 */
public record AwaitedContract(String contractId, String hireId, String status) {}
