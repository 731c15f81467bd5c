-- The application has no way to change a line; nobody else has one by accident.
create function refuse_change_of_audit_line() returns trigger language plpgsql as $$
begin
  raise exception 'A line of the audit trail is never changed.';
end
$$;
create trigger audit_line_is_never_changed before update on audit_line
  for each row execute function refuse_change_of_audit_line();
