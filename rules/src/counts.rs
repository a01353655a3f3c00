//! The yearly counts of a service: anonymous contacts, applicants, clients (practice 3.1, story 1 O3).
//!
//! An anonymous contact is counted as a contact and never as a person. There is no row for the link between an
//! anonymous contact and a folder, so that linking cannot change a count.

use jiff::civil::Date;

/// One thing that happened in one service, stripped of everything that counting does not need. `S` names the service,
/// `P` the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedRow<S, P> {
    /// Somebody who gave no name.
    AnonymousContact { service: S, on: Date },
    /// A named person turned to the service or was negotiated with.
    Request { service: S, person: P, on: Date },
    /// The agreement is in force on each day from the first to the last.
    Agreement { service: S, person: P, from: Date, until: Option<Date> },
    /// An act with or for the person.
    Act { service: S, person: P, on: Date },
}

/// What a service reports for a year. Each person is counted once in each line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YearCounts {
    pub anonymous_contacts: usize,
    /// People who asked in the year and had no agreement in it.
    pub applicants: usize,
    /// All people who asked in the year, also those who became clients.
    pub people_who_asked: usize,
    /// People with an agreement and at least one act under it in the year.
    pub clients: usize,
    /// Clients of the year who had no agreement before it.
    pub new_clients: usize,
    /// Clients of the year whose last agreement ended in it.
    pub ended_clients: usize,
    /// Clients of the year whose agreement is in force on 31 December.
    pub clients_at_year_end: usize,
}

/// Counts the rows of one service in one year; rows of other services are passed over.
pub fn year_counts<S: PartialEq, P: PartialEq>(rows: &[CountedRow<S, P>], service: &S, year: i16) -> YearCounts {
    let (Ok(first), Ok(last)) = (Date::new(year, 1, 1), Date::new(year, 12, 31)) else {
        return YearCounts::default();
    };
    let year = Year { rows, agreements: agreements_of(rows, service), service, first, last };
    let asked = year.people_who_asked();
    let clients = year.clients();
    YearCounts {
        anonymous_contacts: year.anonymous_contacts(),
        applicants: asked.iter().filter(|person| !year.had_agreement(person)).count(),
        people_who_asked: asked.len(),
        new_clients: clients.iter().filter(|person| year.agreements(person).all(|(from, _)| from >= first)).count(),
        ended_clients: clients.iter().filter(|person| year.ended(person)).count(),
        clients_at_year_end: clients
            .iter()
            .filter(|person| year.agreements(person).any(|span| in_force(span, last)))
            .count(),
        clients: clients.len(),
    }
}

struct Year<'a, S, P> {
    rows: &'a [CountedRow<S, P>],
    agreements: Vec<(&'a P, Span)>,
    service: &'a S,
    first: Date,
    last: Date,
}

type Span = (Date, Option<Date>);

fn agreements_of<'a, S: PartialEq, P>(rows: &'a [CountedRow<S, P>], of: &S) -> Vec<(&'a P, Span)> {
    let agreement = |row: &'a CountedRow<S, P>| match row {
        CountedRow::Agreement { service, person, from, until } if service == of => Some((person, (*from, *until))),
        _ => None,
    };
    rows.iter().filter_map(agreement).collect()
}

fn in_force((from, until): Span, on: Date) -> bool {
    from <= on && until.is_none_or(|until| on <= until)
}

impl<'a, S: PartialEq, P: PartialEq> Year<'a, S, P> {
    fn holds(&self, service: &S, on: Date) -> bool {
        service == self.service && (self.first..=self.last).contains(&on)
    }

    fn anonymous_contacts(&self) -> usize {
        let counts = |row: &&CountedRow<S, P>| matches!(row, CountedRow::AnonymousContact { service, on } if self.holds(service, *on));
        self.rows.iter().filter(counts).count()
    }

    fn people_who_asked(&self) -> Vec<&'a P> {
        once(self.rows.iter().filter_map(|row| match row {
            CountedRow::Request { service, person, on } if self.holds(service, *on) => Some(person),
            _ => None,
        }))
    }

    fn clients(&self) -> Vec<&'a P> {
        once(self.rows.iter().filter_map(|row| match row {
            CountedRow::Act { service, person, on } if self.holds(service, *on) => {
                self.agreements(person).any(|span| in_force(span, *on)).then_some(person)
            }
            _ => None,
        }))
    }

    fn agreements(&self, whose: &P) -> impl Iterator<Item = Span> {
        self.agreements.iter().filter(move |(person, _)| *person == whose).map(|(_, span)| *span)
    }

    fn had_agreement(&self, person: &P) -> bool {
        self.agreements(person).any(|(from, until)| from <= self.last && until.is_none_or(|until| until >= self.first))
    }

    /// No agreement goes on after the year, and one ended in it.
    fn ended(&self, person: &P) -> bool {
        let mut begun = self.agreements(person).filter(|(from, _)| *from <= self.last);
        begun.all(|(_, until)| until.is_some_and(|until| until < self.last))
            && self
                .agreements(person)
                .any(|(_, until)| until.is_some_and(|until| (self.first..self.last).contains(&until)))
    }
}

fn once<'a, P: PartialEq>(people: impl Iterator<Item = &'a P>) -> Vec<&'a P> {
    let mut found: Vec<&P> = Vec::new();
    for person in people {
        if !found.contains(&person) {
            found.push(person);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::CountedRow::*;
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const OSP: &str = "Poradna Javořinka";
    const SAS: &str = "SAS Podhůří";

    fn counts(rows: &[CountedRow<&'static str, &'static str>]) -> YearCounts {
        year_counts(rows, &OSP, 2026)
    }

    #[test]
    fn the_woman_who_called_anonymously_and_then_gave_her_name() {
        let call = AnonymousContact { service: OSP, on: date(2026, 3, 2) };
        assert_eq!(counts(&[call]), YearCounts { anonymous_contacts: 1, ..YearCounts::default() });
        let named = Request { service: OSP, person: "Jitka Pokusná", on: date(2026, 3, 5) };
        let both = counts(&[call, named]);
        assert_eq!((both.anonymous_contacts, both.applicants, both.clients), (1, 1, 0));
    }

    #[test]
    fn a_person_is_counted_once_in_a_service_and_a_year() {
        let klara = "Klára Vzorná";
        let rows = [
            Request { service: OSP, person: klara, on: date(2026, 3, 3) },
            Request { service: OSP, person: klara, on: date(2026, 3, 9) },
            Agreement { service: OSP, person: klara, from: date(2026, 3, 16), until: None },
            Act { service: OSP, person: klara, on: date(2026, 3, 16) },
            Act { service: OSP, person: klara, on: date(2026, 3, 23) },
            Request { service: SAS, person: klara, on: date(2026, 4, 1) },
        ];
        let osp = counts(&rows);
        assert_eq!((osp.people_who_asked, osp.applicants, osp.clients), (1, 0, 1));
        assert_eq!((osp.new_clients, osp.ended_clients, osp.clients_at_year_end), (1, 0, 1));
        let sas = year_counts(&rows, &SAS, 2026);
        assert_eq!((sas.applicants, sas.clients), (1, 0));
        assert_eq!(year_counts(&rows, &OSP, 2025), YearCounts::default());
    }

    #[test]
    fn an_agreement_without_an_act_makes_nobody_a_client_of_the_year() {
        let petr = "Petr Fiktivní";
        let agreed = Agreement { service: OSP, person: petr, from: date(2025, 5, 1), until: Some(date(2026, 6, 30)) };
        assert_eq!(counts(&[agreed]).clients, 0);
        let late = Act { service: OSP, person: petr, on: date(2026, 7, 1) };
        assert_eq!(counts(&[agreed, late]).clients, 0);
        let in_time = Act { service: OSP, person: petr, on: date(2026, 6, 30) };
        let year = counts(&[agreed, in_time, late]);
        assert_eq!((year.clients, year.new_clients, year.ended_clients, year.clients_at_year_end), (1, 0, 1, 0));
    }

    #[test]
    fn who_came_back_in_the_same_year_has_not_ended() {
        let renata = "Renata Cvičná";
        let rows = [
            Agreement { service: OSP, person: renata, from: date(2026, 1, 5), until: Some(date(2026, 3, 31)) },
            Agreement { service: OSP, person: renata, from: date(2026, 9, 1), until: None },
            Act { service: OSP, person: renata, on: date(2026, 2, 2) },
        ];
        let year = counts(&rows);
        assert_eq!((year.clients, year.ended_clients, year.clients_at_year_end), (1, 0, 1));
    }

    fn some_row() -> impl Strategy<Value = CountedRow<u8, u8>> {
        let day = |d: u16| crate::calendar::shifted(date(2025, 7, 1), i64::from(d));
        (0_u8..4, 0_u8..2, 0_u8..4, 0_u16..700, 0_u16..400).prop_map(move |(kind, service, person, d, long)| match kind
        {
            0 => AnonymousContact { service, on: day(d) },
            1 => Request { service, person, on: day(d) },
            2 => Agreement { service, person, from: day(d), until: (long > 100).then(|| day(d + long)) },
            _ => Act { service, person, on: day(d) },
        })
    }

    proptest! {
        #[test]
        fn the_lines_agree_with_each_other(rows in proptest::collection::vec(some_row(), 0..30)) {
            let year = year_counts(&rows, &0, 2026);
            prop_assert!(year.applicants <= year.people_who_asked && year.people_who_asked <= 4);
            prop_assert!(year.new_clients <= year.clients && year.clients <= 4);
            prop_assert!(year.ended_clients + year.clients_at_year_end <= year.clients);
        }

        #[test]
        fn neither_order_nor_repetition_changes_the_people(rows in proptest::collection::vec(some_row(), 0..20)) {
            let mut twice: Vec<_> = rows.iter().rev().copied().collect();
            twice.extend(rows.iter().copied());
            let (first, second) = (year_counts(&rows, &0, 2026), year_counts(&twice, &0, 2026));
            prop_assert_eq!(second.anonymous_contacts, 2 * first.anonymous_contacts);
            prop_assert_eq!(YearCounts { anonymous_contacts: 0, ..first }, YearCounts { anonymous_contacts: 0, ..second });
        }

        #[test]
        fn one_more_anonymous_contact_makes_nobody_an_applicant(rows in proptest::collection::vec(some_row(), 0..20)) {
            let before = year_counts(&rows, &0, 2026);
            let mut more = rows;
            more.push(AnonymousContact { service: 0, on: date(2026, 5, 5) });
            let expected = YearCounts { anonymous_contacts: before.anonymous_contacts + 1, ..before };
            prop_assert_eq!(year_counts(&more, &0, 2026), expected);
        }
    }
}
