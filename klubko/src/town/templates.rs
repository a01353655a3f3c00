//! Poradna Javořinka has changed its informed consent twice; version 3 holds in the year of the stories. The other
//! services print the text that the house brings.

use super::people::JAVORINKA;
use crate::kernel::db::{Plant, Result};
use crate::kernel::id::ServiceId;
use crate::params;
use crate::templates::{INFORMED_CONSENT, STARTER_CONSENT};
use jiff::civil::Date;
use uuid::Uuid;

/// Before the expectations were written down on the paper.
const FIRST: &str = "\
# Na čem jsme se dohodli

Dohodli jsme se na zakázce: ‚{zakázka}‘. Službu poskytuje {služba} {forma}, místo {místo}, čas {čas}, rozsah {rozsah}, \
{úhrada}. Smlouva platí {platnost}.

# Osobní údaje

Souhlasím s tím, aby služba zpracovávala moje osobní údaje v rozsahu, který k pomoci potřebuje.

Podpisem je smlouva uzavřena a stávám se klientem služby.";

/// Before the person was told how to end the service and that records ordered by law stay.
const SECOND: &str = "\
# Na čem jsme se dohodli

Dohodli jsme se na zakázce: ‚{zakázka}‘.

Služba mi může pomoci s: {může}.

Nemůže: {nemůže}.

Službu poskytuje {služba} {forma}, místo {místo}, čas {čas}, rozsah {rozsah}, {úhrada}. Smlouva platí {platnost}.

# Osobní údaje

Souhlasím s tím, aby služba zpracovávala moje osobní údaje v rozsahu, který k pomoci potřebuje. Vím, že souhlas mohu \
odvolat.

Podpisem je smlouva uzavřena a stávám se klientem služby.";

const VERSIONS: [(i64, &str, &str); 3] =
    [(1, "2024-01-01", FIRST), (2, "2025-01-01", SECOND), (3, "2026-01-01", STARTER_CONSENT)];

pub(super) fn put_up(plant: Plant<'_>) -> Result<()> {
    const INSERT: &str = "
        insert into document_template (id, kind, service_id, version, body, valid_from) values ($1, $2, $3, $4, $5, $6)";
    VERSIONS.iter().try_for_each(|(version, since, body)| {
        let id = Uuid::from_u128(0xd0c0 + u128::from(version.unsigned_abs()));
        plant(INSERT, params![id, INFORMED_CONSENT, JAVORINKA, *version, *body, *since])
    })
}

/// The version and the text by which a service concluded agreements on a day.
pub(super) fn on(service: ServiceId, day: Date) -> (i64, &'static str) {
    let day = day.to_string();
    let kept = VERSIONS.iter().rev().find(|(_, since, _)| service == JAVORINKA && *since <= day.as_str());
    kept.map_or((1, STARTER_CONSENT), |(version, _, body)| (*version, *body))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::templates::is_composable;

    #[test]
    fn every_version_of_the_text_can_be_filled_in() {
        assert!(VERSIONS.iter().all(|(_, _, body)| is_composable(INFORMED_CONSENT, body)));
    }
}
