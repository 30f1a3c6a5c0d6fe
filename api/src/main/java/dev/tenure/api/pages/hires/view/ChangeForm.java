package dev.tenure.api.pages.hires.view;

import dev.tenure.api.pages.form.Form;
import dev.tenure.api.pages.form.FormField;
import dev.tenure.api.pages.form.FormField.Choice;
import dev.tenure.api.pages.form.FormFieldType;
import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.Durations;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.OpenContractTerms;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.wire.WireName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form that changes what the requester decides. */
public final class ChangeForm {

  private static final int LONGEST_DESCRIPTION = 5000;
  private static final int LONGEST_LABELS = 6000;
  private static final String WORK = "/firstMilestone/openContract/";

  private ChangeForm() {}

  public static Form of(HireView hire) {
    HireTerms terms = hire.row().terms();
    boolean openContract = hire.openContract();
    List<Form.Group> groups = new ArrayList<>();
    groups.add(budget(terms, openContract));
    if (hire.document().contractId() == null) {
      groups.add(first(hire.milestones().getFirst(), openContract));
    }
    if (terms.openContract() != null) {
      groups.add(award(terms.openContract()));
    }
    groups.add(known(terms, openContract));
    groups.add(policies(terms.policies(), openContract));
    return Form.of(List.copyOf(groups));
  }

  private static FormField money(String pointer, String label, boolean openContract) {
    return openContract
        ? FormField.of(pointer, label + " in USDC", FormFieldType.USDC)
        : FormField.of(pointer, label + " in US dollars", FormFieldType.MONEY);
  }

  private static Form.Group budget(HireTerms terms, boolean openContract) {
    return new Form.Group(
        null,
        null,
        List.of(
            money("/budget/cap", "Budget", openContract)
                .hinting("The most that the hire may ever cost, fees included. Empty: no cap.")
                .holding(plain(terms.cap()))));
  }

  private static Form.Group first(MilestoneDocument milestone, boolean openContract) {
    List<FormField> fields = new ArrayList<>();
    fields.add(
        FormField.of("/firstMilestone/name", "Name", FormFieldType.TEXT).holding(milestone.name()));
    fields.add(
        FormField.of("/firstMilestone/description", "What is to be done", FormFieldType.AREA)
            .upTo(LONGEST_DESCRIPTION)
            .holding(milestone.description()));
    fields.add(
        money("/firstMilestone/amount", "Amount", openContract).holding(plain(milestone.amount())));
    String superseded = "The pending approval is superseded by a new one with these terms.";
    String later =
        " later milestones are changed over HTTP: PATCH /v1/hires/{id}/milestones/{key}.";
    OpenContractMilestone block = milestone.openContract();
    if (block == null) {
      fields.add(
          FormField.of("/firstMilestone/dueDate", "Due", FormFieldType.DAY)
              .holding(milestone.dueDate() == null ? null : milestone.dueDate().toString()));
      return new Form.Group("First milestone", superseded + " All" + later, List.copyOf(fields));
    }
    fields.addAll(work(block));
    return new Form.Group(
        "First milestone",
        superseded + " Deadlines as moments, criteria of several lines, and" + later,
        List.copyOf(fields));
  }

  /** What a form can hold of it: a line for each criterion, and windows instead of moments. */
  private static List<FormField> work(OpenContractMilestone block) {
    List<FormField> fields = new ArrayList<>();
    if (block.acceptanceCriteria().stream().noneMatch(text -> text.indexOf('\n') >= 0)) {
      fields.add(
          FormField.of(WORK + "acceptanceCriteria", "Acceptance criteria", FormFieldType.LINES)
              .upTo(LONGEST_DESCRIPTION)
              .hinting("One to a line, 1 to 10; each is judged and paid alike.")
              .holding(String.join("\n", block.acceptanceCriteria())));
    }
    fields.add(
        FormField.of(WORK + "supplementaryMaterials", "Materials", FormFieldType.TEXT)
            .hinting("Hash or address of further material.")
            .holding(block.supplementaryMaterials()));
    if (block.deadlines() == null) {
      fields.add(window("matchWithin", "Match within", block.matchWithin()));
      fields.add(window("deliverWithin", "Delivery within", block.deliverWithin()));
      fields.add(window("reviewWithin", "Review within", block.reviewWithin()));
    }
    return fields;
  }

  private static FormField window(String name, String label, Duration window) {
    return FormField.of(WORK + name, label, FormFieldType.TEXT)
        .hinting("Now " + Durations.words(window) + "; for example P7D, PT12H.")
        .holding(window.toString());
  }

  private static Form.Group award(OpenContractTerms terms) {
    return new Form.Group(
        "Who works",
        "For each contract that is not created yet; its pending approval is superseded.",
        List.of(
            FormField.of("/openContract/worker", "Worker", FormFieldType.TEXT)
                .hinting("An address. Empty: an open tender.")
                .holding(terms.worker()),
            FormField.of("/openContract/nextWorkers", "Next Workers", FormFieldType.LINES)
                .hinting("One address to a line, with the policy of the next Worker only.")
                .holding(String.join("\n", terms.nextWorkers())),
            choice(
                "/openContract/onWorkerLost",
                "When a Worker is lost",
                terms.onWorkerLost(),
                Glossary::rule),
            choice(
                "/openContract/onSilence",
                "When nobody judges a delivery",
                terms.onSilence(),
                Glossary::rule)));
  }

  private static Form.Group known(HireTerms terms, boolean openContract) {
    String labels =
        terms.labels().entrySet().stream()
            .map(label -> label.getKey() + ": " + label.getValue())
            .collect(Collectors.joining("\n"));
    FormField field =
        FormField.of("/labels", "Labels", FormFieldType.LABELS)
            .hinting("One to a line, for example team: vision.")
            .upTo(LONGEST_LABELS)
            .holding(labels);
    if (openContract) {
      return new Form.Group("Labels", null, List.of(field));
    }
    return new Form.Group(
        "Reference and labels",
        null,
        List.of(
            FormField.of("/externalRef", "Reference", FormFieldType.TEXT)
                .holding(terms.externalRef()),
            field));
  }

  private static Form.Group policies(Policies policies, boolean openContract) {
    List<FormField> fields = new ArrayList<>();
    fields.add(
        choice("/policies/release", "Request a release", policies.release(), Glossary::rule));
    fields.add(choice("/policies/end", "End the contract", policies.end(), Glossary::rule));
    fields.addAll(refusal("/policies/onDeclined", "declined", policies.onDeclined()));
    fields.addAll(refusal("/policies/onExpired", "expired", policies.onExpired()));
    if (!openContract) {
      fields.add(
          choice(
              "/policies/onEditedTerms",
              "When the terms are edited",
              policies.onEditedTerms(),
              Glossary::rule));
    }
    return new Form.Group("Policies", null, List.copyOf(fields));
  }

  private static List<FormField> refusal(String pointer, String what, RefusalPolicy policy) {
    return List.of(
        FormField.of(pointer + "/reRequest", "When " + what + ", ask again", FormFieldType.COUNT)
            .hinting("How many times, 0 to 10.")
            .holding(Integer.toString(policy.reRequest())),
        choice(pointer + "/then", "When " + what + " for good", policy.then(), Glossary::rule));
  }

  private static <E extends Enum<E> & WireName> FormField choice(
      String pointer, String label, E present, Function<E, String> words) {
    return FormField.of(pointer, label, FormFieldType.CHOICE)
        .offering(
            Arrays.stream(present.getDeclaringClass().getEnumConstants())
                .map(one -> new Choice(one.wire(), words.apply(one)))
                .toList())
        .holding(present.wire());
  }

  private static @Nullable String plain(@Nullable Money money) {
    return money == null ? null : money.amount().toPlainString();
  }
}
