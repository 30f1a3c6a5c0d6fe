package dev.tenure.workflows;

/** The parts of one hire that its milestones share. */
record HireParts(
    Book book,
    Course course,
    Doorbells bells,
    Incidents incidents,
    PatientCall calls,
    Contract contract,
    CoSign coSign) {

  static HireParts of(Book book) {
    Course course = new Course(book);
    Doorbells bells = new Doorbells(book.state);
    Incidents incidents = new Incidents(book, course);
    PatientCall calls =
        new PatientCall(course, incidents, bells, new MarketplaceStubs(book.plan.account()));
    ApprovalWatch watch = new ApprovalWatch(book, course, bells, calls);
    Refusals refusals = new Refusals(book, course, incidents);
    return new HireParts(
        book,
        course,
        bells,
        incidents,
        calls,
        new Contract(book, course, bells, calls, incidents),
        new CoSign(book, course, incidents, calls, watch, refusals));
  }
}
