package dev.tenure.workflows;

/** The parts of one hire that its milestones share. */
record HireParts(
    Book book,
    Course course,
    Clearance clearance,
    GivingUp givingUp,
    Doorbells bells,
    Incidents incidents,
    AppChanges changes,
    Holding holding,
    PatientCall calls,
    Contract contract,
    CoSign coSign) {

  static HireParts of(Book book) {
    Course course = new Course(book);
    GivingUp givingUp = new GivingUp(book);
    Incidents incidents = new Incidents(book);
    AppChanges changes = new AppChanges(book, incidents);
    Clearance clearance = new Clearance(book, course, changes);
    Doorbells bells = new Doorbells(book, changes);
    Holding holding = new Holding(book, course, givingUp, incidents, changes);
    MarketplaceStubs stubs = new MarketplaceStubs(book.plan.account());
    PatientCall calls =
        new PatientCall(course, clearance, incidents, changes, holding, bells, stubs);
    ApprovalWatch watch = new ApprovalWatch(book, course, bells, calls, changes);
    Refusals refusals = new Refusals(book, givingUp, holding);
    OutOfSight outOfSight = new OutOfSight(book, course, incidents, changes, holding);
    Contract contract = new Contract(book, course, bells, calls, holding, outOfSight);
    return new HireParts(
        book,
        course,
        clearance,
        givingUp,
        bells,
        incidents,
        changes,
        holding,
        calls,
        contract,
        new CoSign(book, course, clearance, givingUp, holding, calls, watch, refusals));
  }
}
