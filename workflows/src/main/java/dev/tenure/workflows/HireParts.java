package dev.tenure.workflows;

/** The parts of one hire that its milestones share. */
record HireParts(
    Book book,
    Course course,
    Clearance clearance,
    GivingUp givingUp,
    Doorbells bells,
    Incidents incidents,
    Holding holding,
    PatientCall calls,
    Contract contract,
    CoSign coSign) {

  static HireParts of(Book book) {
    Course course = new Course(book);
    Clearance clearance = new Clearance(book, course);
    GivingUp givingUp = new GivingUp(book);
    Doorbells bells = new Doorbells(book.state);
    Incidents incidents = new Incidents(book);
    Holding holding = new Holding(book, course, givingUp, incidents);
    MarketplaceStubs stubs = new MarketplaceStubs(book.plan.account());
    PatientCall calls = new PatientCall(course, clearance, incidents, holding, bells, stubs);
    ApprovalWatch watch = new ApprovalWatch(book, course, bells, calls);
    Refusals refusals = new Refusals(book, givingUp, holding);
    Contract contract = new Contract(book, course, bells, calls, holding);
    return new HireParts(
        book,
        course,
        clearance,
        givingUp,
        bells,
        incidents,
        holding,
        calls,
        contract,
        new CoSign(book, course, clearance, givingUp, holding, calls, watch, refusals));
  }
}
