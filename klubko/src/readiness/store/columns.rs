//! What a folder says to the criteria, as columns of one statement: yes or no, days and counts, none of the words. As of a
//! moment `$at` and a day `$day`; what was recorded later does not exist, what was replaced later still holds.

/// What holds at the moment.
macro_rules! holds {
    ($alias:literal, $at:literal) => {
        concat!(
            $alias,
            ".recorded_at <= ",
            $at,
            " and (",
            $alias,
            ".replaced_at is null or ",
            $alias,
            ".replaced_at > ",
            $at,
            ")"
        )
    };
}

/// Up to the agreement.
macro_rules! negotiated {
    ($at:literal, $day:literal) => {
        concat!(
            "f.id as folder_id, f.number as number, n.id is not null as has_record,
             exists (select 1 from intro_consultation i where i.folder_id = f.id and i.thread_id = t.id
                        and i.recorded_at <= ",
            $at,
            " and not exists (select 1 from record_strike_out u where u.activity_id = i.activity_id
                                 and u.recorded_at <= ",
            $at,
            ")) as has_consultation, coalesce(o.outcome, '') as outcome,
             coalesce(o.offered_service, '') <> '' as has_service_offered,
             coalesce(n.circle_of_persons, '') <> '' as has_circle, coalesce(n.wish, '') <> '' as has_wish,
             coalesce(n.need, '') <> '' as has_need, coalesce(n.situation_areas, '') <> '' as has_areas,
             coalesce(n.not_found_out_reason, '') <> '' as has_excuse, coalesce(n.situation, '') <> '' as has_situation,
             coalesce(n.can_fulfil, '') || coalesce(n.cannot_fulfil, '') <> '' as has_expectations,
             coalesce(n.communication_form, '') <> '' as is_explained,
             coalesce(n.is_understood, false) as is_understood,
             exists (select 1 from commission m where m.folder_id = f.id and m.thread_id = t.id and ",
            holds!("m", $at),
            ") as has_commission,
             exists (select 1 from basic_counselling b where b.folder_id = f.id and b.thread_id = t.id
                        and b.recorded_at <= ",
            $at,
            ") as has_counselling,
             (select count(*) from information_given g where g.folder_id = f.id and g.thread_id = t.id
                 and g.item in ('activity', 'mission', 'target_group', 'methods') and g.recorded_at <= ",
            $at,
            ") as basic_told,
             (select count(*) from information_given g where g.folder_id = f.id and g.thread_id = t.id
                 and g.item in ('basic_rules', 'rights_and_duties', 'confidentiality', 'course_of_service', 'ending',
                                'case_management') and g.recorded_at <= ",
            $at,
            ") as principles_told,
             exists (select 1 from information_given g where g.folder_id = f.id and g.thread_id = t.id
                        and g.item = 'complaints' and g.recorded_at <= ",
            $at,
            ") as complaints_told,
             (exists (select 1 from intro_consultation i where i.folder_id = f.id and i.thread_id = t.id
                         and i.legal_ground <> '' and i.recorded_at <= ",
            $at,
            ") or exists (select 1 from consent q where q.folder_id = f.id and q.kind = 'personal_data_processing'
                             and q.decision = 'consent' and (q.valid_until is null or q.valid_until >= ",
            $day,
            ") and ",
            holds!("q", $at),
            " and not exists (select 1 from consent_withdrawal w where w.consent_id = q.id and w.recorded_at <= ",
            $at,
            "))) as has_legal_ground, y.id as refusal, y.notice_asked_on as notice_asked_on,
             exists (select 1 from refusal_notice g where g.folder_id = f.id and g.refusal_id = y.id
                        and g.recorded_at <= ",
            $at,
            ") as is_notice_issued"
        )
    };
}

/// The agreement with its text.
macro_rules! agreed {
    ($at:literal, $day:literal) => {
        concat!(
            "a.form as form, a.signed_on as signed_on, coalesce(a.signer_role, '') = 'self' as is_signed_alone,
             coalesce(a.mandate, '') || coalesce(c.mandate, '') <> '' as has_mandate,
             coalesce(d.client_name, '') <> '' as says_parties, coalesce(d.service_kind, '') <> '' as says_kind,
             coalesce(d.extent, '') <> '' as says_extent,
             (coalesce(d.place, '') <> '' and coalesce(d.hours, '') <> '') as says_place,
             coalesce(d.payment, '') <> '' as says_payment, coalesce(d.rules_clause, '') <> '' as says_rules,
             coalesce(d.termination, '') <> '' as says_termination,
             coalesce(d.template_version, 0) = coalesce((select k.version from document_template k
                 where k.kind = case a.form when 'informed_consent' then 'informed_consent' else 'agreement' end
                   and (k.service_id = f.service_id or k.service_id is null) and k.valid_from <= d.prepared_on
                 order by case when k.service_id is null then 1 else 0 end, k.valid_from desc, k.version desc limit 1), 1)
               as is_of_template,
             ((a.valid_until is null or a.valid_until >= ",
            $day,
            ") and not exists (select 1 from agreement_termination g where g.folder_id = f.id and g.agreement_id = a.id
                                  and g.taken_back_on is null and g.ends_on < ",
            $day,
            " and ",
            holds!("g", $at),
            ")) as is_in_force, coalesce(c.is_limited, false) as is_capacity_limited,
             coalesce(c.representative, '') || coalesce(c.supporter, '') <> '' as has_help, v.birth_date as birth_date"
        )
    };
}

/// The plan, its evaluations and the end.
macro_rules! planned {
    ($at:literal) => {
        concat!(
            "l.plan_form as plan_form, p.agreed_on as plan_agreed_on, p.review_on as plan_review_on,
             h.evaluated_on as evaluated_on, h.next_review_on as next_review_on,
             coalesce(h.clients_view, '') <> '' as has_clients_view,
             (exists (select 1 from individual_plan g where g.folder_id = f.id and g.thread_id = t.id and g.risks <> ''
                         and ",
            holds!("g", $at),
            ") or exists (select 1 from assessment g where g.folder_id = f.id and g.thread_id = t.id and g.risks <> ''
                             and g.recorded_at <= ",
            $at,
            ")) as has_risks,
             exists (select 1 from personal_goal g where g.folder_id = f.id and g.thread_id = t.id
                        and g.ended_on is null and ",
            holds!("g", $at),
            ") as has_goal,
             exists (select 1 from personal_goal g where g.folder_id = f.id and g.thread_id = t.id
                        and g.ended_on is null and g.links <> '' and ",
            holds!("g", $at),
            ") as has_linked_goal,
             (select g.id from personal_goal g where g.folder_id = f.id and g.thread_id = t.id
                 and g.ended_on is null and g.links = '' and ",
            holds!("g", $at),
            " order by g.position, g.id limit 1) as unlinked_goal,
             exists (select 1 from plan_note g where g.folder_id = f.id and g.thread_id = t.id and g.recorded_at <= ",
            $at,
            ") as has_note, z.reason as closure_reason,
             coalesce(z.retention_class, '') <> '' and coalesce(z.retain_until, '') <> '' as has_retention"
        )
    };
}

/// Who works in the folder.
macro_rules! held {
    ($at:literal, $day:literal) => {
        concat!(
            "exists (select 1 from assessment g where g.folder_id = f.id and g.thread_id = t.id and g.recorded_at <= ",
            $at,
            ") as is_assessed,
             (select count(*) from key_worker_assignment k where k.folder_id = f.id and k.from_at <= ",
            $at,
            " and (k.until_at is null or k.until_at > ",
            $at,
            ")) as key_workers,
             (select u.given_name || ' ' || u.family_name from key_worker_assignment k join worker u on u.id = k.worker_id
               where k.folder_id = f.id and k.from_at <= ",
            $at,
            " and (k.until_at is null or k.until_at > ",
            $at,
            ") order by k.from_at desc limit 1) as key_worker,
             exists (select 1 from worker_exclusion x where x.folder_id = f.id and x.from_at <= ",
            $at,
            " and (x.until_at is null or x.until_at > ",
            $at,
            ")) as has_limits,
             exists (select 1 from worker_exclusion x where x.folder_id = f.id and x.from_at <= ",
            $at,
            " and (x.until_at is null or x.until_at > ",
            $at,
            ") and (exists (select 1 from key_worker_assignment k where k.folder_id = f.id
                               and k.worker_id = x.worker_id and k.from_at <= ",
            $at,
            " and (k.until_at is null or k.until_at > ",
            $at,
            ")) or exists (select 1 from assignment g where g.folder_id = f.id and g.worker_id = x.worker_id
                              and g.from_day <= ",
            $day,
            " and (g.until_day is null or g.until_day >= ",
            $day,
            ") and g.recorded_at <= ",
            $at,
            " and (g.ended_at is null or g.ended_at > ",
            $at,
            ")))) as limited_worker_stays,
             exists (select 1 from key_worker_handover g where g.folder_id = f.id and g.recorded_at <= ",
            $at,
            ") as has_handover,
             exists (select 1 from key_worker_handover g where g.folder_id = f.id and g.recorded_at <= ",
            $at,
            " and g.planned_on < ",
            $day,
            " and not exists (select 1 from handover_answer q where q.handover_id = g.id and q.recorded_at <= ",
            $at,
            ")) as handover_waits"
        )
    };
}

/// The newest thread of folder `f` and what there is one of.
macro_rules! sources {
    ($at:literal) => {
        concat!(
            "from client_folder f
             join case_thread t on t.id = (select b.id from case_thread b where b.folder_id = f.id and b.recorded_at <= ",
            $at,
            " order by b.recorded_at desc, b.id desc limit 1)
             join person_version v on v.folder_id = f.id and ",
            holds!("v", $at),
            " left join intake_negotiation n on n.folder_id = f.id and n.thread_id = t.id and ",
            holds!("n", $at),
            " left join negotiation_outcome o on o.folder_id = f.id and o.thread_id = t.id and ",
            holds!("o", $at),
            " left join refusal y on y.id = (select b.id from refusal b where b.folder_id = f.id and b.thread_id = t.id
                   and b.recorded_at <= ",
            $at,
            " order by b.recorded_at desc, b.id desc limit 1)
             left join agreement a on a.folder_id = f.id and a.thread_id = t.id and ",
            holds!("a", $at),
            " left join document d on d.id = a.document_id
             left join legal_capacity c on c.folder_id = f.id and ",
            holds!("c", $at),
            " left join plan_decision l on l.id = (select b.id from plan_decision b where b.folder_id = f.id
                   and b.thread_id = t.id and b.recorded_at <= ",
            $at,
            " order by b.recorded_at desc, b.id desc limit 1)
             left join plan_agreement p on p.id = (select b.id from plan_agreement b where b.folder_id = f.id
                   and b.thread_id = t.id and b.recorded_at <= ",
            $at,
            " order by b.number desc limit 1)
             left join evaluation h on h.id = (select b.id from evaluation b where b.folder_id = f.id
                   and b.thread_id = t.id and ",
            holds!("b", $at),
            " order by b.evaluated_on desc, b.begun_at desc, b.id desc limit 1) and ",
            holds!("h", $at),
            " left join case_closure z on z.folder_id = f.id and z.thread_id = t.id and ",
            holds!("z", $at)
        )
    };
}

pub(super) use {agreed, held, holds, negotiated, planned, sources};
