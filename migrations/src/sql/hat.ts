/**
 * A transaction that cannot write is bound to somebody without a session: for a mail that waits, for a calendar that is
 * fetched. Both read the hat into `s` and answer what sec.enter answers.
 */
export const HAT_COLUMNS = `u.id as user_id, u.full_name, u.person_id, u.vetting_valid_to, u.training_valid_to, m.id as membership_id,
                 m.agency_id, m.role, m.job_title, m.professional_role, a.name as agency_name, a.in_agreement_from, a.in_agreement_to`;

/** @param how what stands for the session in the signed context @param more further facts of the answer, with their comma */
export const bindHat = (how: 'delivery' | 'feed', more = ''): string => `
          if not found then
            perform set_config('sec.context', '', true);
            return null;
          end if;
          purpose := case when s.role in ('YP', 'PAR', 'ADLT', 'IGO') then 'SUBJECT' when s.role = 'AUDR' then 'AUDIT'
            when s.role = 'PANEL' then 'PANEL' when s.role = 'ANLY' then 'MI' when s.role = 'SADM' then '' else 'COORDINATE' end;
          payload := concat_ws('|', s.user_id, coalesce(s.agency_id::text, ''), s.membership_id, s.role,
            coalesce(s.person_id::text, ''), purpose, '', '${how}');
          perform set_config('sec.context', payload || sec.mac(payload), true);
          return jsonb_build_object(
            'userId', s.user_id, 'fullName', s.full_name, 'membershipId', s.membership_id, 'role', s.role,
            ${more}'jobTitle', s.job_title, 'professionalRole', s.professional_role,
            'agencyId', s.agency_id, 'agencyName', s.agency_name, 'personId', s.person_id,
            'vettingValidTo', s.vetting_valid_to, 'trainingValidTo', s.training_valid_to,
            'agencyInAgreement', s.agency_id is null or (s.in_agreement_from <= sec.today()
              and (s.in_agreement_to is null or sec.today() <= s.in_agreement_to)),
            'hatValid', true, 'purpose', purpose, 'reason', null, 'assurance', 'PASSWORD', 'signedInAt', sec.now(), 'csrfHash', '',
            'now', to_char(sec.now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'today', sec.today());`;
