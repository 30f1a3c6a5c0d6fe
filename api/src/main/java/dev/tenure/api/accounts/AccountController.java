package dev.tenure.api.accounts;

import dev.tenure.api.access.Scope;
import dev.tenure.api.paging.Page;
import dev.tenure.journal.account.Accounts;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;

/** The marketplace accounts that can hire. */
@Controller("/v1/accounts")
@Tag(name = "Accounts")
@Secured(Scope.Name.ACCOUNTS_READ)
record AccountController(Accounts accounts) {

  /**
   * Lists the accounts that the workers serve, with what each may do and lacks.
   *
   * @return The accounts, by name; none until a worker has told of one
   */
  @Get
  @Operation(operationId = "listAccounts", summary = "List the marketplace accounts")
  Page<AccountJson> list() {
    Instant now = Instant.now();
    return Page.whole(
        accounts.list().stream().map(account -> AccountMapper.of(account, now)).toList());
  }
}
