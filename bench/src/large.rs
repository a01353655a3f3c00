//! A plan of ten goals with ten steps each: more than anybody agrees on, and still printed while one waits.

use crate::crossed::{as_keeper, day, today};
use crate::grow::Grown;
use anyhow::Result;
use jiff::ToSpan;
use klubko::kernel::db::Place;

const GOALS: usize = 10;
const STEPS: usize = 10;

/// Writes it by forms into the folder from which so much crossed.
pub fn plan(place: &Place, grown: &Grown) -> Result<()> {
    let (horizon, due) = (day(today().checked_add(200.days())?), day(today().checked_add(30.days())?));
    as_keeper(place, grown, async |keeper, folder| {
        let edit = format!("{folder}/plan/edit");
        let head = [("planning_way", "written"), ("way_reason", "ráda si věci píše"), ("strengths", "stará se o syna")];
        keeper.fill(&edit, &edit, &head).await?;
        for nth in 1..=GOALS {
            let goal = format!("Cíl číslo {nth}: mít domluvenou péči o syna");
            let steps = (1..=STEPS).flat_map(|n| {
                let field = move |end: &str| format!("step_{n}_{end}");
                let what = format!("Napsat návrh rozvrhu a projít ho se sestrou, krok {n}");
                [(field("what"), what), (field("who"), "client".to_owned()), (field("due"), due.clone())]
            });
            let steps: Vec<(String, String)> = steps.collect();
            let goal = [
                ("goal", goal.as_str()),
                ("in_own_words", "Ať syn ví, kdy je s kým."),
                ("success_indicator", "týdenní rozvrh péče funguje tři týdny po sobě"),
                ("horizon_on", &horizon),
                ("links", "need"),
            ];
            let typed: Vec<_> = goal.into_iter().chain(steps.iter().map(|(name, value)| (&**name, &**value))).collect();
            keeper.fill(&format!("{folder}/plan/goals/new"), &format!("{folder}/plan/goals"), &typed).await?;
        }
        Ok(())
    })
}
