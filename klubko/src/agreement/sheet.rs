//! The information sheet of the service: what everybody is told and may take home. It names no client.

use super::store::profile::{self, Profile};
use super::text;
use crate::folders::beginning_large;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::visit::Visit;
use crate::settings::imprint;
use crate::templates::{INFORMATION_SHEET, in_force};
use paper::{Fact, InformationSheet, Paper, Paragraph};
use rules::agreement::InformationItem;
use rules::coded::Coded;

pub fn information(visit: &Visit) -> Result<Paper, Failure> {
    let desk = Desk::open(visit)?;
    let profile = profile::of_service(desk.db(), desk.service())?;
    let kept = in_force(desk.db(), desk.service(), INFORMATION_SHEET, desk.today())?;
    let part = |item| part(&kept.body, item);
    // The profile is an entry of a register and begins small; on the sheet it stands alone under its heading.
    let said = |text: &str| vec![Paragraph::plain(beginning_large(text.trim()))];
    Ok(Paper::from(InformationSheet {
        imprint: imprint(visit, desk.db(), desk.service(), kept.version)?,
        version: u32::try_from(kept.version).unwrap_or_default(),
        valid_from: kept.valid_from,
        contacts: contacts(&profile),
        activity: part(InformationItem::Activity),
        mission: said(&profile.mission),
        target_group: said(&profile.circle_of_persons),
        methods: part(InformationItem::Methods),
        rules: part(InformationItem::BasicRules),
        rights_and_duties: part(InformationItem::RightsAndDuties),
        confidentiality: part(InformationItem::Confidentiality),
        course: part(InformationItem::CourseOfService),
        ending: part(InformationItem::Ending),
        complaints: part(InformationItem::Complaints),
    }))
}

fn contacts(profile: &Profile) -> Vec<Fact> {
    let facts = [("Kde nás najdete", &profile.place), ("Kdy", &profile.opening_hours)];
    let known = facts.into_iter().filter(|(_, value)| !value.trim().is_empty());
    known.map(|(label, value)| Fact::new(label, value.as_str())).collect()
}

/// What the template says about one item: what stands under its heading.
fn part(body: &str, item: InformationItem) -> Vec<Paragraph> {
    let is_other = |paragraph: &Paragraph| matches!(paragraph, Paragraph::Heading(_));
    let all = text::paragraphs(body).into_iter();
    let from = all.skip_while(|paragraph| !matches!(paragraph, Paragraph::Heading(code) if code == item.code()));
    from.skip(1).take_while(|paragraph| !is_other(paragraph)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::templates::STARTER_SHEET;

    #[test]
    fn the_house_s_own_sheet_speaks_of_every_item_that_the_profile_does_not_know() {
        // Case management has a public text of its own.
        let of_profile = [InformationItem::Mission, InformationItem::TargetGroup, InformationItem::CaseManagement];
        for item in InformationItem::ALL.iter().filter(|item| !of_profile.contains(item)) {
            assert!(!part(STARTER_SHEET, *item).is_empty(), "{}", item.code());
        }
    }
}
