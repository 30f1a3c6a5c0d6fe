package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.activities.Marketplace;
import dev.tenure.activities.TemporalWorld;
import dev.tenure.activities.opentrain.client.Clients;
import dev.tenure.workflows.opentrain.MarketplaceActivities;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** Activities against a marketplace that answers as it is told. */
abstract class AtAMarketplace {

  final Marketplace marketplace;

  /** The approvals that events have named. */
  final List<String> named = new ArrayList<>();

  private final TestActivityEnvironment temporal = TemporalWorld.activities();
  final MarketplaceActivities activities;

  AtAMarketplace() {
    marketplace = new Marketplace();
    temporal.registerActivitiesImplementations(
        Accounts.activities(Clients.of(marketplace), since -> List.copyOf(named)));
    activities = temporal.newActivityStub(MarketplaceActivities.class);
  }

  @AfterEach
  void close() {
    temporal.close();
    marketplace.close();
  }

  static ApplicationFailure failure(ThrowingCallable call) {
    ActivityFailure failure =
        Objects.requireNonNull(catchThrowableOfType(ActivityFailure.class, call));
    return (ApplicationFailure) Objects.requireNonNull(failure.getCause());
  }
}
