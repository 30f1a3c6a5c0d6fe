package dev.tenure.activities.opencontract.activity;

import dev.tenure.activities.marketplace.MarketplaceException;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opencontract.client.OpenContractClient;
import dev.tenure.activities.opencontract.client.OpenContractClient.ContractsPage;
import dev.tenure.activities.opencontract.signer.Address;
import dev.tenure.activities.sweep.NoContractsException;
import dev.tenure.activities.sweep.WorkingContractsSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The contracts that the account's address is the Client of: {@code GET /contracts?client=…}. */
public final class OpenContractContracts implements WorkingContractsSource {

  /** All hires of the account share its 60 calls a minute. */
  private static final int MOST_PAGES = 5;

  private final OpenContractClient client;
  private final Address address;

  public OpenContractContracts(OpenContractClient client, Address address) {
    this.client = client;
    this.address = address;
  }

  @Override
  public Map<String, String> statuses(Set<String> wanted) throws NoContractsException {
    Map<String, String> statuses = new LinkedHashMap<>();
    @Nullable String cursor = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      ContractsPage read = page(cursor);
      read.rows().forEach(contract -> statuses.put(contract.id(), contract.status()));
      cursor = read.nextCursor();
      if (cursor == null || statuses.keySet().containsAll(wanted)) {
        break;
      }
    }
    return statuses;
  }

  private ContractsPage page(@Nullable String cursor) throws NoContractsException {
    try {
      return client.contractsOf(address, cursor);
    } catch (MarketplaceException e) {
      throw new NoContractsException(
          String.valueOf(e.getMessage()),
          e,
          e instanceof Unavailable unavailable ? unavailable.retryAfter() : null);
    }
  }
}
