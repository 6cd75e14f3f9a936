-- Who acts is asked once a statement and no longer once a row. Behind a second policy PostgreSQL also
-- uses an index for what it can compare with a value alone: so each side's rows are found by index,
-- however many the coalition has.
ALTER POLICY either_side ON referral_status
  USING ((SELECT konbit_organisation()) IN (from_organisation_id, to_organisation_id));
ALTER POLICY own_organisation ON referral
  USING (organisation_id = (SELECT konbit_organisation()));
ALTER POLICY own_while_shared ON handover
  USING (organisation_id = (SELECT konbit_organisation())
    AND ((SELECT konbit_has_role('system:referrals') OR konbit_has_role('system:keys'))
      OR EXISTS (
        SELECT FROM referral_status s
         WHERE s.id = handover.id
           AND s.to_organisation_id = handover.organisation_id
           AND referral_is_shared(s.state, s.shared_until, s.withdrawn_at)
           AND (s.track <> 'LEGAL'
                OR (SELECT konbit_has_role('legal_staff')
                        OR konbit_has_role('legal_supervisor'))))))
  WITH CHECK (organisation_id = konbit_organisation()
    AND (konbit_has_role('system:referrals') OR konbit_has_role('system:keys')));
ALTER POLICY own_once_counted ON referral_note
  USING (organisation_id = (SELECT konbit_organisation())
    AND ((SELECT konbit_has_role('system:referrals') OR konbit_has_role('system:keys'))
      OR EXISTS (
        SELECT FROM referral_status s
         WHERE s.id = referral_note.referral_id
           AND s.from_organisation_id = referral_note.organisation_id
           AND referral_note.id = ANY (s.notes))))
  WITH CHECK (organisation_id = konbit_organisation());
ALTER POLICY own_while_shared ON handover_note
  USING (organisation_id = (SELECT konbit_organisation())
    AND ((SELECT konbit_has_role('system:referrals') OR konbit_has_role('system:keys'))
      OR EXISTS (
        SELECT FROM handover h
          JOIN referral_status s ON s.id = h.id
         WHERE h.id = handover_note.referral_id
           AND handover_note.id = ANY (s.notes))))
  WITH CHECK (organisation_id = konbit_organisation());
