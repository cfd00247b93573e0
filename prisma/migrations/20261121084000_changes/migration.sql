-- Counts every writing of what results follow from. A sequence, because counting in a row would make writers wait for each other.
CREATE SEQUENCE polytrace_changes;

CREATE FUNCTION polytrace_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM nextval('polytrace_changes');
  RETURN NULL;
END $$;

-- Writing a sample writes its counts, so that samples need no trigger of their own.
CREATE TRIGGER arm_count_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "ArmCount"
  FOR EACH STATEMENT EXECUTE FUNCTION polytrace_note_change();
CREATE TRIGGER outcome_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Outcome"
  FOR EACH STATEMENT EXECUTE FUNCTION polytrace_note_change();
CREATE TRIGGER choice_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Choice"
  FOR EACH STATEMENT EXECUTE FUNCTION polytrace_note_change();
CREATE TRIGGER arm_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Arm"
  FOR EACH STATEMENT EXECUTE FUNCTION polytrace_note_change();
