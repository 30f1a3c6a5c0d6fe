-- One thing, one name: what the marketplace tells is a notification.
alter table parked_bells rename to parked_notifications;
alter index parked_bells_pkey rename to parked_notifications_pkey;
alter index parked_bells_approval rename to parked_notifications_approval;
alter index parked_bells_milestone rename to parked_notifications_milestone;
alter index parked_bells_contract rename to parked_notifications_contract;
alter index parked_bells_proposal rename to parked_notifications_proposal;
alter index parked_bells_age rename to parked_notifications_age;
