package dev.tenure.activities.sweep;

import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import java.util.List;

/** Where an account's contracts are read. */
public interface ContractsSource {

  /** All that are active, in one call. What cannot be told from others is left out. */
  List<ListedContract> active() throws NoContractsException;

  /** One of them, whole. */
  ContractReading contract(String id) throws NoContractsException;
}
