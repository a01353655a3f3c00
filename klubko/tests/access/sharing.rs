//! What another service shared: the door and the list say the same as the policy, for every relation and every state of the
//! consent made real by rows; a withdrawal takes everything at once and writes nothing away.

use super::common::Town;
use super::common::plant::{Planted, worker};
use super::common::sharing::{Given, TO_OSP, decided};
use jiff::civil::date;
use klubko::kernel::clock;
use klubko::kernel::value::Value;
use klubko::town::{OSP, PM};
pub use rules::access::Relation;
use rules::access::{Act, Ground, GroundKind, Share, Subject, Verdict, decide_shared};
use rules::coded::Coded;
use rules::consent::Decision;
use uuid::Uuid;

pub const THEN: &str = "2026-05-04T10:15";

/// What may be wrong with the ground, one thing at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Whole,
    LastDay,
    Expired,
    FirstDay,
    NotYetValid,
    Dissent,
    Withdrawn,
    WithdrawnTomorrow,
    Superseded,
    DissentThere,
    OtherTopic,
    Inward,
    NoExtent,
    Stopped,
    /// It rests on the law, whatever the client decided.
    OnLaw,
    OnLawWithoutReason,
    OnLawStopped,
}

const STATES: [State; 17] = [
    State::Whole,
    State::LastDay,
    State::Expired,
    State::FirstDay,
    State::NotYetValid,
    State::Dissent,
    State::Withdrawn,
    State::WithdrawnTomorrow,
    State::Superseded,
    State::DissentThere,
    State::OtherTopic,
    State::Inward,
    State::NoExtent,
    State::Stopped,
    State::OnLaw,
    State::OnLawWithoutReason,
    State::OnLawStopped,
];

impl State {
    fn given(self) -> Given<'static> {
        match self {
            Self::LastDay => Given { until: "2026-05-04", ..TO_OSP },
            Self::Expired => Given { until: "2026-05-03", ..TO_OSP },
            Self::FirstDay => Given { given_on: "2026-05-04", ..TO_OSP },
            Self::Dissent | Self::OnLaw | Self::OnLawWithoutReason => Given { decision: "dissent", ..TO_OSP },
            Self::OtherTopic => Given { topics: &["bydlení"], ..TO_OSP },
            Self::Inward => Given { direction: "inward", ..TO_OSP },
            _ => TO_OSP,
        }
    }

    /// As the policy takes it.
    fn ground(self) -> Ground {
        let given = self.given();
        let valid_from = if self == Self::NotYetValid { date(2026, 5, 5) } else { given.given_on.parse().unwrap() };
        Ground {
            kind: if self.is_on_law() { GroundKind::VitalInterest } else { GroundKind::CaseManagement },
            decision: Decision::from_code(given.decision),
            is_withdrawn: matches!(self, Self::Withdrawn | Self::WithdrawnTomorrow),
            is_superseded: matches!(self, Self::Superseded | Self::DissentThere),
            valid_from: Some(valid_from),
            valid_until: Some(given.until.parse().unwrap()),
            is_complete: self != Self::NoExtent,
            covers_topic: self != Self::OtherTopic,
            allows_direction: self != Self::Inward,
            names_receiver: true,
            has_reason: matches!(self, Self::OnLaw | Self::OnLawStopped),
        }
    }

    fn is_on_law(self) -> bool {
        matches!(self, Self::OnLaw | Self::OnLawWithoutReason | Self::OnLawStopped)
    }

    fn is_stopped(self) -> bool {
        matches!(self, Self::Stopped | Self::OnLawStopped)
    }
}

/// One item from a folder of PM to OSP, in front of Eva Poradná.
pub struct Case {
    pub item: Uuid,
    pub title: String,
    share: Share,
}

fn at_noon(day: &str) -> i64 {
    clock::start_of(day.parse().unwrap()) + 12 * 3_600_000
}

pub fn make(town: &Town, n: i64, relation: Relation, state: State) -> Case {
    let sender = town.plant_folder(n, PM, "Jméno", &format!("Zz{n}klient"), "rampova");
    let own = town.plant_folder(n, OSP, "Jméno", &format!("Zz{n}vlastni"), "paterni");
    join(town, &sender, &own);
    let consent = decided(town, &format!("/folders/{}", sender.folder), &state.given());
    spoil(town, state, (&sender, &own), consent);
    let (item, title) = (Uuid::new_v4(), format!("Zz{n}nazev"));
    share(town, &sender, (item, &title), (state, consent));
    let receiver = match relation {
        Relation::Receiver | Relation::Excluded => Some("poradna"),
        Relation::Substitute => Some("paterni"),
        Relation::KeyWorker | Relation::Nobody => None,
    };
    if let Some(login) = receiver {
        receives(town, &sender, item, login);
    }
    match relation {
        Relation::KeyWorker => town.plant_key_worker(own, "poradna"),
        Relation::Excluded => town.plant_exclusion(if n % 2 == 0 { sender } else { own }, "poradna"),
        _ => {}
    }
    if state.is_stopped() {
        let by = worker("rampova");
        let row = [("item_id", item.into()), ("folder_id", sender.folder.into()), ("recorded_by", by.into())];
        town.plant_row("shared_item_stop", &row);
    }
    Case { item, title, share: Share { relation, is_stopped: state.is_stopped(), ground: state.ground() } }
}

fn join(town: &Town, sender: &Planted, own: &Planted) {
    let row = [
        ("id", Value::from(Uuid::new_v4())),
        ("folder_id", sender.folder.into()),
        ("service_id", PM.into()),
        ("far_folder_id", own.folder.into()),
        ("far_service_id", OSP.into()),
        ("joined_by", worker("rampova").into()),
    ];
    town.plant_row("folder_join", &row);
}

fn share(town: &Town, sender: &Planted, (item, title): (Uuid, &str), (state, consent): (State, Uuid)) {
    let row = [
        ("id", Value::from(item)),
        ("folder_id", sender.folder.into()),
        ("service_id", PM.into()),
        ("receiver_service_id", OSP.into()),
        ("kind", "statement".into()),
        ("title", title.into()),
        ("body", "tělo".into()),
        ("shared_at", at_noon("2026-05-03").into()),
        ("shared_by", worker("rampova").into()),
    ];
    town.plant_row("shared_item", &row);
    let ground = [
        ("item_id", Value::from(item)),
        ("version", 1.into()),
        ("folder_id", sender.folder.into()),
        ("legal_ground", if state.is_on_law() { "vital_interest" } else { "consent" }.into()),
        ("consent_id", Value::from((!state.is_on_law()).then_some(consent))),
        ("topic", "odvolání".into()),
        ("reason", if state.ground().has_reason { "hrozí zástava dechu" } else { "" }.into()),
        ("recorded_by", worker("rampova").into()),
    ];
    town.plant_row("shared_item_ground", &ground);
}

fn receives(town: &Town, sender: &Planted, item: Uuid, login: &str) {
    let row =
        [("item_id", Value::from(item)), ("folder_id", sender.folder.into()), ("worker_id", worker(login).into())];
    town.plant_row("shared_item_receiver", &row);
}

fn spoil(town: &Town, state: State, (sender, own): (&Planted, &Planted), consent: Uuid) {
    let there = format!("/folders/{}", own.folder);
    let here = format!("/folders/{}", sender.folder);
    match state {
        State::Withdrawn => withdraw(town, sender, consent, at_noon("2026-05-03")),
        // The clock says that the withdrawal is still to come; it was written down all the same.
        State::WithdrawnTomorrow => withdraw(town, sender, consent, at_noon("2026-05-05")),
        State::Superseded => {
            decided(town, &here, &Given { given_on: "2026-05-02", topics: &["jiné"], ..TO_OSP });
        }
        State::DissentThere => {
            decided(town, &there, &Given { to: PM, decision: "dissent", given_on: "2026-05-02", ..TO_OSP });
        }
        State::NotYetValid => {
            set(town, "update consent_terms set valid_from = '2026-05-05' where consent_id = $1", consent)
        }
        State::NoExtent => set(town, "update consent_terms set extent = '' where consent_id = $1", consent),
        _ => {}
    }
}

fn withdraw(town: &Town, sender: &Planted, consent: Uuid, at: i64) {
    let row = [
        ("consent_id", Value::from(consent)),
        ("folder_id", sender.folder.into()),
        ("withdrawn_at", at.into()),
        ("recorded_by", worker("rampova").into()),
    ];
    town.plant_row("consent_withdrawal", &row);
}

fn set(town: &Town, sql: &'static str, consent: Uuid) {
    let writer = klubko::kernel::db::Connection::open_writer(&town.place).unwrap();
    writer.plant(|plant| plant(sql, klubko::params![consent])).unwrap();
}

#[test]
fn the_door_and_the_list_say_what_the_policy_says() {
    for town in Town::everywhere() {
        town.plant_substitution(OSP, "paterni", "poradna");
        // Every relation with every state on the one engine, every state on the other: the statements are the same.
        let is_whole = matches!(town.place, klubko::kernel::db::Place::File(_));
        let relations = if is_whole { Relation::ALL } else { &[Relation::Receiver] };
        let relations = relations.iter().flat_map(|one| STATES.iter().map(|state| (*one, *state)));
        let cases: Vec<(Relation, State, Case)> = relations
            .enumerate()
            .map(|(n, (relation, state))| (relation, state, make(&town, 9301 + n as i64, relation, state)))
            .collect();
        let house = town.at(THEN);
        let (eva, ota) = (house.worker("poradna"), house.worker("kolecko"));
        let list = eva.see("/shared");
        for (relation, state, case) in cases {
            let verdict = decide_shared(Subject::SocialWorker, &case.share, Act::SeeSharedItem, date(2026, 5, 4));
            let is_granted = matches!(verdict, Verdict::Granted { .. });
            let heard = eva.see(&format!("/shared/{}", case.item));
            assert_eq!(heard.status == 200, is_granted, "{relation:?}, {state:?}: {}", heard.text());
            assert_eq!(heard.says(&case.title), is_granted, "{relation:?}, {state:?}");
            assert_eq!(list.says(&case.title), is_granted, "the list, {relation:?}, {state:?}");
            ota.see(&format!("/shared/{}", case.item)).must_be(404);
        }
    }
}

#[test]
fn a_past_day_shows_nothing_of_another_service() {
    for town in Town::everywhere() {
        let case = make(&town, 9301, Relation::KeyWorker, State::Whole);
        let house = town.at(THEN);
        let eva = house.worker("poradna");
        let own = eva.see("/search?q=Zz9301vlastni").address("/folders/", "");
        eva.see(&format!("{own}/sharing")).must_say(&case.title);
        eva.see(&format!("{own}/sharing?as_of=3.+5.+2026")).must_not_say(&case.title);
        eva.see(&format!("/shared/{}?as_of=3.+5.+2026", case.item)).must_be(200);
    }
}
