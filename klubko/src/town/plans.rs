//! Plans of the town: a rich one that waits for its review, one that was evaluated, and a cooperation that ended.

use super::planting::Planting;
use super::rows::{Folder, statement};
use crate::kernel::clock::{self, day_of};
use crate::kernel::db::{Error, Result};
use crate::kernel::id::WorkerId;
use crate::params;
use jiff::civil::DateTime;
use uuid::Uuid;

/// What, who, until when, state.
type Step = (&'static str, &'static str, &'static str, &'static str);

struct Goal {
    goal: &'static str,
    words: &'static str,
    indicator: &'static str,
    horizon_on: &'static str,
    links: &'static str,
    steps: &'static [Step],
    /// What came of it, where the plan was evaluated.
    result: (&'static str, &'static str),
}

struct Evaluation {
    at: &'static str,
    client: &'static str,
    worker: &'static str,
    conclusion: &'static str,
}

struct Plan {
    family: &'static str,
    agreed_at: &'static str,
    review_on: &'static str,
    strengths: &'static str,
    goals: &'static [Goal],
    evaluation: Option<Evaluation>,
    /// When the cooperation ended and what stayed with the network.
    closed: Option<(&'static str, &'static str)>,
}

const PLANS: &[Plan] = &[
    Plan {
        family: "Předstíraná",
        agreed_at: "2026-01-20T16:00",
        review_on: "2026-03-13",
        strengths: "Syna umí pochválit, babička pomáhá o víkendech, doma je klid na čtení.",
        goals: &[
            Goal {
                goal: "Úkoly bez hádek",
                words: "Ať se kvůli úkolům nekřičí.",
                indicator: "čtyři dny z pěti jsou úkoly hotové do šesti hodin bez křiku",
                horizon_on: "2026-04-30",
                links: "wish need",
                steps: &[
                    ("Dělat úkoly hned po svačině", "client", "2026-02-15", "done"),
                    ("Nachystat klidné místo u stolu", "client", "2026-02-01", "done"),
                    ("Ukázat, jak úkol rozdělit na kousky", "worker", "2026-03-03", "open"),
                ],
                result: ("", ""),
            },
            Goal {
                goal: "Škola a domov o sobě vědí",
                words: "Chci vědět dřív než na třídní schůzce.",
                indicator: "přehled přijde každý pátek aspoň šestkrát po sobě",
                horizon_on: "2026-04-10",
                links: "need",
                steps: &[
                    ("Domluvit s třídní učitelkou páteční přehled", "worker", "2026-01-30", "done"),
                    ("Posílat přehled", "třídní učitelka", "2026-04-10", "open"),
                ],
                result: ("", ""),
            },
            Goal {
                goal: "Večer jen pro sebe",
                words: "Jednou týdně bych chtěla ven.",
                indicator: "třikrát za měsíc jde večer ven a syn je s babičkou",
                horizon_on: "2026-05-31",
                links: "wish",
                steps: &[("Domluvit čtvrtky s babičkou", "client", "2026-03-06", "open")],
                result: ("", ""),
            },
        ],
        evaluation: None,
        closed: None,
    },
    Plan {
        family: "Zkušební",
        agreed_at: "2025-11-25T11:00",
        review_on: "2026-02-24",
        strengths: "Vytrvalý, zručný, má blízké přátele v domě.",
        goals: &[
            Goal {
                goal: "Podat žádost o úpravu bytu",
                words: "Chci bydlet doma.",
                indicator: "úřad potvrdil přijetí žádosti",
                horizon_on: "2026-01-31",
                links: "need wish",
                steps: &[("Vyžádat vyjádření stavebního úřadu", "client", "2025-12-15", "done")],
                result: ("met", "Žádost je podaná a přijatá."),
            },
            Goal {
                goal: "Dostat se sám ven",
                words: "Chci ven, kdy si řeknu.",
                indicator: "dvakrát týdně jde sám na nákup",
                horizon_on: "2026-06-30",
                links: "wish",
                steps: &[("Nacvičit nájezd u vchodu", "worker", "2026-03-31", "open")],
                result: ("running", "S nájezdem potřebuje ještě pomoc."),
            },
        ],
        evaluation: Some(Evaluation {
            at: "2026-02-24T11:00",
            client: "Konečně se to hnulo. Ven bych chtěl sám do léta.",
            worker: "Pan Zkušební se drží plánu, vyřízení úpravy bytu závisí na úřadu.",
            conclusion: "continue",
        }),
        closed: None,
    },
    Plan {
        family: "Tušený",
        agreed_at: "2025-12-08T10:00",
        review_on: "2026-02-16",
        strengths: "Umí si říct o pomoc, sestra bydlí blízko.",
        goals: &[Goal {
            goal: "Vyřídit příspěvek na péči",
            words: "Chci mít klid v penězích.",
            indicator: "rozhodnutí úřadu je doručené",
            horizon_on: "2026-02-28",
            links: "need wish",
            steps: &[("Doplnit lékařskou zprávu", "client", "2026-01-15", "done")],
            result: ("met", "Rozhodnutí přišlo, příspěvek se vyplácí."),
        }],
        evaluation: Some(Evaluation {
            at: "2026-02-16T10:00",
            client: "Děkuju, teď už to zvládneme se sestrou.",
            worker: "Cíl je splněný, další pomoc teď není potřeba.",
            conclusion: "end",
        }),
        closed: Some(("2026-02-16T10:30", "Sestra, praktická lékařka, sousedská výpomoc.")),
    },
];

/// The plan of somebody of the town, if there is one.
pub(super) fn plant(p: &Planting, f: &Folder, family: &str, by: WorkerId) -> Result<()> {
    let Some(plan) = PLANS.iter().find(|plan| plan.family == family) else { return Ok(()) };
    let at = moment(plan.agreed_at)?;
    head(p, f, plan, (at, by))?;
    let goals = plan.goals.iter().zip(1..).map(|(one, place)| goal(p, f, (one, place), (at, by)));
    let goals: Vec<Uuid> = goals.collect::<Result<_>>()?;
    agreed(p, f, plan, (at, by))?;
    if let Some(evaluation) = &plan.evaluation {
        evaluated(p, f, (plan, evaluation, &goals), by)?;
    }
    linked(p, f)?;
    match plan.closed {
        Some((at, network)) => closed(p, f, (moment(at)?, by), network),
        None => review(p, f, plan, (at, by)),
    }
}

fn moment(text: &str) -> Result<i64> {
    text.parse::<DateTime>().map(clock::moment).map_err(|error| Error::Engine(format!("{text}: {error}")))
}

fn head(p: &Planting, f: &Folder, plan: &Plan, (at, by): (i64, WorkerId)) -> Result<()> {
    const HEAD: &str = "
        insert into individual_plan (id, version, folder_id, thread_id, planning_way, way_reason, strengths, risks,
                                     exit_criteria, recorded_at, recorded_by)
        values ($1, 1, $2, $3, 'written', 'Rád/a má věci na papíře.', $4, '', '', $5, $6)";
    const DECISION: &str = "
        insert into plan_decision (id, folder_id, thread_id, plan_form, is_long_term, reason, decided_on, recorded_at,
                                   recorded_by)
        values ($1, $2, $3, 'written', true, 'plán je dohodnut s klientem', $4, $5, $6)";
    let id = statement(p, f, "individual_plan")?;
    p.plant()(HEAD, params![id, f.id, f.thread, plan.strengths, at, by])?;
    let id = statement(p, f, "plan_decision")?;
    p.plant()(DECISION, params![id, f.id, f.thread, day_of(at), at, by])
}

fn goal(p: &Planting, f: &Folder, (one, place): (&Goal, i64), (at, by): (i64, WorkerId)) -> Result<Uuid> {
    const GOAL: &str = "
        insert into personal_goal (id, version, folder_id, thread_id, position, goal, in_own_words, success_indicator,
                                   horizon_on, links, is_outside_purpose, end_reason, recorded_at, recorded_by)
        values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, false, '', $10, $11)";
    const STEP: &str = "
        insert into plan_step (id, version, folder_id, thread_id, goal_id, position, step, doer, worker_id, doer_name,
                               due_on, state, state_on, recorded_at, recorded_by)
        values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    let id = statement(p, f, "personal_goal")?;
    let Goal { goal, words, indicator, horizon_on, links, .. } = *one;
    p.plant()(GOAL, params![id, f.id, f.thread, place, goal, words, indicator, horizon_on, links, at, by])?;
    for ((what, who, due_on, state), position) in one.steps.iter().zip(1_i64..) {
        let step = statement(p, f, "plan_step")?;
        let (doer, worker, name) = match *who {
            "client" => ("client", None, ""),
            "worker" => ("worker", Some(by), ""),
            name => ("other", None, name),
        };
        let state_on = (*state == "done").then(|| day_of(at));
        let row =
            params![step, f.id, f.thread, id, position, *what, doer, worker, name, *due_on, *state, state_on, at, by];
        p.plant()(STEP, row)?;
    }
    Ok(id)
}

fn agreed(p: &Planting, f: &Folder, plan: &Plan, (at, by): (i64, WorkerId)) -> Result<()> {
    const AGREED: &str = "
        insert into plan_agreement (id, folder_id, thread_id, number, agreed_on, participation, participation_note,
                                    representative, explained, review_on, change_reason, recorded_at, recorded_by)
        values ($1, $2, $3, 1, $4, 'took_part', 'Cíle jsme sepsali spolu.', '', 'česky', $5, '', $6, $7)";
    let id = statement(p, f, "plan_agreement")?;
    p.plant()(AGREED, params![id, f.id, f.thread, day_of(at), plan.review_on, at, by])
}

fn review(p: &Planting, f: &Folder, plan: &Plan, (at, by): (i64, WorkerId)) -> Result<()> {
    const TASK: &str = "
        insert into task (id, service_id, folder_id, position, what, due_on, is_legal_deadline, origin, rule, version,
                          recorded_at, recorded_by, done_note)
        values ($1, $2, $3, 'key_worker', 'Vyhodnotit s klientem individuální plán', $4, false, 'individual_plan',
                'r018', 1, $5, $6, '')";
    let due_on = if plan.evaluation.is_some() { "2026-08-24" } else { plan.review_on };
    p.plant()(TASK, params![p.id(), f.service, f.id, due_on, at, by])
}

fn evaluated(p: &Planting, f: &Folder, (plan, one, goals): (&Plan, &Evaluation, &[Uuid]), by: WorkerId) -> Result<()> {
    const EVALUATION: &str = "
        insert into evaluation (id, version, folder_id, thread_id, begun_at, evaluated_on, participants, explained,
                                clients_view, workers_view, conclusion, next_review_on, correction_reason, recorded_at,
                                recorded_by)
        values ($1, 1, $2, $3, $9, $4, 'klient, klíčový pracovník', 'česky', $5, $6, $7, $8, '', $9, $10)";
    const RESULT: &str = "
        insert into goal_evaluation (evaluation_id, version, folder_id, goal_id, result, note)
        values ($1, 1, $2, $3, $4, $5)";
    let (id, at) = (statement(p, f, "evaluation")?, moment(one.at)?);
    let next = (one.conclusion != "end").then_some("2026-08-24");
    let row = params![id, f.id, f.thread, day_of(at), one.client, one.worker, one.conclusion, next, at, by];
    p.plant()(EVALUATION, row)?;
    for (goal, planned) in goals.iter().zip(plan.goals) {
        let (result, note) = planned.result;
        p.plant()(RESULT, params![id, f.id, *goal, result, note])?;
    }
    Ok(())
}

fn closed(p: &Planting, f: &Folder, (at, by): (i64, WorkerId), network: &str) -> Result<()> {
    const CLOSURE: &str = "
        insert into case_closure (id, version, folder_id, thread_id, begun_at, closed_on, reason, explanation,
                                  evaluation_id, left_in_network, explained, retention_class, retain_until,
                                  correction_reason, recorded_at, recorded_by)
        select $1, 1, $2, $3, $6, $4, 'evaluated', '', e.id, $5, 'česky', 'standard', '2036-12-31', '', $6, $7
          from evaluation e where e.folder_id = $2 and e.thread_id = $3";
    const COMMISSION: &str = "
        update commission set ended_on = $2, end_reason = 'spolupráce ukončena' where folder_id = $1";
    let (id, on) = (statement(p, f, "case_closure")?, day_of(at));
    p.plant()(CLOSURE, params![id, f.id, f.thread, on, network, at, by])?;
    p.plant()(COMMISSION, params![f.id, on])
}

/// What was written after the plan was agreed leads to its first goal.
fn linked(p: &Planting, f: &Folder) -> Result<()> {
    const LINKED: &str = "
        insert into record_goal (activity_id, version, folder_id, goal_id, step_id, recorded_at, recorded_by)
        select v.activity_id, 1, v.folder_id, g.id, null, v.recorded_at, v.recorded_by
          from activity_version v
          join progress_record r on r.activity_id = v.activity_id and r.folder_id = v.folder_id
          join personal_goal g on g.folder_id = v.folder_id and g.position = 1 and g.recorded_at <= v.recorded_at
         where v.folder_id = $1 and v.replaced_at is null";
    p.plant()(LINKED, params![f.id])
}
