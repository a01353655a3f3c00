//! The settings of a service (decision 8): numbers of its methodology within the words of the source.
//!
//! A setting may be stricter than the source; none of them reaches so far as to switch a BLOCK off.

use crate::agreement::FormsAllowed;
use crate::assessment::{Demands, TermStart};
use crate::coded;
use crate::coded::Coded;

coded! {
    /// The key under which a value is stored.
    pub enum Setting {
        /// within a week at the latest.
        AssessmentDays = "assessment_days",
        /// R-029, D2: from what the days are counted.
        AssessmentStart = "assessment_start",
        /// at least two.
        MinAssessors = "min_assessors",
        /// whether direct-care workers count as assessors.
        DirectCareCounts = "direct_care_counts",
        /// R-054, D1: about six visits.
        VisitsWithoutPlan = "visits_without_plan",
        /// a plan within so many days after the agreement.
        PlanDays = "plan_days",
        /// the plan is evaluated after so many months at the latest.
        ReviewMonths = "review_months",
        /// think of the end when nobody has met the client for so many days.
        SilenceDays = "silence_days",
        /// Criterion 6c: the folder is kept for so many years after the end.
        RetentionYears = "retention_years",
        /// waiting for the consultation is questioned after so many days.
        WaitingDays = "waiting_days",
        /// The author corrects his record for so many days, then adds to it.
        EditDays = "edit_days",
        /// Colleagues of the service without a tie see the name and the key worker.
        SameServiceSeesName = "same_service_sees_name",
        /// „Kdo nahlížel“ printed for a client names the workers, not only their roles.
        PrintedLooksName = "printed_looks_name",
        /// How many agreements the service can keep at once; none means that it has not said so.
        Capacity = "capacity",
        /// In what form the service concludes agreements (D4).
        AgreementForms = "agreement_forms",
        /// So many days before its end an agreement asks what next.
        ExpiryDays = "expiry_days",
        /// ask when the client took no part in case management for so many days.
        ParticipationDays = "participation_days",
        /// the output of a meeting is written into the folder within so many working days.
        OutputDays = "output_days",
        /// The screen locks after so many minutes.
        IdleMinutes = "idle_minutes",
        /// The largest attachment, in megabytes; the whole provider's.
        AttachmentMegabytes = "attachment_megabytes",
        /// All attachments of the provider together, in gigabytes (M16).
        AttachmentsGigabytes = "attachments_gigabytes",
    }
}

/// What a setting can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bounds {
    Number { least: i64, most: i64 },
    YesOrNo,
    Start,
    Forms,
}

impl Setting {
    pub fn bounds(self) -> Bounds {
        let number = |least, most| Bounds::Number { least, most };
        match self {
            Setting::AssessmentDays => number(1, 7),
            Setting::MinAssessors => number(2, 5),
            Setting::VisitsWithoutPlan => number(4, 8),
            Setting::PlanDays => number(1, 90),
            Setting::ReviewMonths => number(1, 12),
            Setting::SilenceDays => number(14, 365),
            Setting::RetentionYears => number(3, 50),
            Setting::WaitingDays => number(1, 60),
            Setting::EditDays => number(1, 30),
            Setting::Capacity => number(0, 9_999),
            Setting::ExpiryDays => number(7, 90),
            Setting::ParticipationDays => number(7, 90),
            Setting::OutputDays => number(1, 10),
            Setting::AgreementForms => Bounds::Forms,
            Setting::IdleMinutes => number(5, 30),
            Setting::AttachmentMegabytes => number(1, 50),
            Setting::AttachmentsGigabytes => number(1, 1_000),
            Setting::AssessmentStart => Bounds::Start,
            Setting::DirectCareCounts | Setting::SameServiceSeesName | Setting::PrintedLooksName => Bounds::YesOrNo,
        }
    }
}

/// The value is not one that the source allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfBounds {
    pub setting: Setting,
    pub bounds: Bounds,
}

/// A value that was read and is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Number(i64),
    YesOrNo(bool),
    Start(TermStart),
    Forms(FormsAllowed),
}

impl Value {
    /// As it is stored; reads back to the same value.
    pub fn text(self) -> String {
        match self {
            Value::Number(number) => number.to_string(),
            Value::YesOrNo(true) => "yes".to_owned(),
            Value::YesOrNo(false) => "no".to_owned(),
            Value::Start(start) => start.code().to_owned(),
            Value::Forms(forms) => forms.code().to_owned(),
        }
    }
}

/// Reads what was stored or typed.
pub fn read(setting: Setting, text: &str) -> Result<Value, OutOfBounds> {
    let text = text.trim();
    let bounds = setting.bounds();
    let value = match bounds {
        Bounds::Number { least, most } => {
            text.parse().ok().filter(|number| (least..=most).contains(number)).map(Value::Number)
        }
        Bounds::YesOrNo => match text {
            "yes" => Some(Value::YesOrNo(true)),
            "no" => Some(Value::YesOrNo(false)),
            _ => None,
        },
        Bounds::Start => TermStart::from_code(text).map(Value::Start),
        Bounds::Forms => FormsAllowed::from_code(text).map(Value::Forms),
    };
    value.ok_or(OutOfBounds { setting, bounds })
}

/// All settings of a service on a day; those never set keep the words of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    pub assessment_days: i64,
    pub assessment_start: TermStart,
    pub min_assessors: i64,
    pub direct_care_counts: bool,
    pub visits_without_plan: i64,
    pub plan_days: i64,
    pub review_months: i64,
    pub silence_days: i64,
    pub retention_years: i64,
    pub waiting_days: i64,
    pub edit_days: i64,
    pub same_service_sees_name: bool,
    pub printed_looks_name: bool,
    pub capacity: i64,
    pub agreement_forms: FormsAllowed,
    pub expiry_days: i64,
    pub participation_days: i64,
    pub output_days: i64,
    pub idle_minutes: i64,
    pub attachment_megabytes: i64,
    pub attachments_gigabytes: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            assessment_days: 7,
            assessment_start: TermStart::IntroConsultation,
            min_assessors: 2,
            direct_care_counts: true,
            visits_without_plan: 6,
            plan_days: 30,
            review_months: 6,
            silence_days: 90,
            retention_years: 10,
            waiting_days: 14,
            edit_days: 7,
            same_service_sees_name: true,
            printed_looks_name: false,
            capacity: 0,
            agreement_forms: FormsAllowed::InformedConsent,
            expiry_days: 30,
            participation_days: 30,
            output_days: 5,
            idle_minutes: 15,
            attachment_megabytes: 20,
            attachments_gigabytes: 20,
        }
    }
}

impl Settings {
    /// The value of one setting.
    pub fn value(&self, setting: Setting) -> Value {
        match setting {
            Setting::AssessmentDays => Value::Number(self.assessment_days),
            Setting::AssessmentStart => Value::Start(self.assessment_start),
            Setting::MinAssessors => Value::Number(self.min_assessors),
            Setting::DirectCareCounts => Value::YesOrNo(self.direct_care_counts),
            Setting::VisitsWithoutPlan => Value::Number(self.visits_without_plan),
            Setting::PlanDays => Value::Number(self.plan_days),
            Setting::ReviewMonths => Value::Number(self.review_months),
            Setting::SilenceDays => Value::Number(self.silence_days),
            Setting::RetentionYears => Value::Number(self.retention_years),
            Setting::WaitingDays => Value::Number(self.waiting_days),
            Setting::EditDays => Value::Number(self.edit_days),
            Setting::SameServiceSeesName => Value::YesOrNo(self.same_service_sees_name),
            Setting::PrintedLooksName => Value::YesOrNo(self.printed_looks_name),
            Setting::Capacity => Value::Number(self.capacity),
            Setting::AgreementForms => Value::Forms(self.agreement_forms),
            Setting::ExpiryDays => Value::Number(self.expiry_days),
            Setting::ParticipationDays => Value::Number(self.participation_days),
            Setting::OutputDays => Value::Number(self.output_days),
            Setting::IdleMinutes => Value::Number(self.idle_minutes),
            Setting::AttachmentMegabytes => Value::Number(self.attachment_megabytes),
            Setting::AttachmentsGigabytes => Value::Number(self.attachments_gigabytes),
        }
    }

    /// With one setting read from its text; what is out of bounds changes nothing.
    pub fn with(mut self, setting: Setting, text: &str) -> Result<Self, OutOfBounds> {
        match (setting, read(setting, text)?) {
            (Setting::AssessmentDays, Value::Number(days)) => self.assessment_days = days,
            (Setting::AssessmentStart, Value::Start(start)) => self.assessment_start = start,
            (Setting::MinAssessors, Value::Number(count)) => self.min_assessors = count,
            (Setting::DirectCareCounts, Value::YesOrNo(counts)) => self.direct_care_counts = counts,
            (Setting::VisitsWithoutPlan, Value::Number(visits)) => self.visits_without_plan = visits,
            (Setting::PlanDays, Value::Number(days)) => self.plan_days = days,
            (Setting::ReviewMonths, Value::Number(months)) => self.review_months = months,
            (Setting::SilenceDays, Value::Number(days)) => self.silence_days = days,
            (Setting::RetentionYears, Value::Number(years)) => self.retention_years = years,
            (Setting::WaitingDays, Value::Number(days)) => self.waiting_days = days,
            (Setting::EditDays, Value::Number(days)) => self.edit_days = days,
            (Setting::SameServiceSeesName, Value::YesOrNo(sees)) => self.same_service_sees_name = sees,
            (Setting::PrintedLooksName, Value::YesOrNo(names)) => self.printed_looks_name = names,
            (Setting::Capacity, Value::Number(places)) => self.capacity = places,
            (Setting::AgreementForms, Value::Forms(forms)) => self.agreement_forms = forms,
            (Setting::ExpiryDays, Value::Number(days)) => self.expiry_days = days,
            (Setting::ParticipationDays, Value::Number(days)) => self.participation_days = days,
            (Setting::OutputDays, Value::Number(days)) => self.output_days = days,
            (Setting::IdleMinutes, Value::Number(minutes)) => self.idle_minutes = minutes,
            (Setting::AttachmentMegabytes, Value::Number(most)) => self.attachment_megabytes = most,
            (Setting::AttachmentsGigabytes, Value::Number(most)) => self.attachments_gigabytes = most,
            (setting, Value::Number(_) | Value::YesOrNo(_) | Value::Start(_) | Value::Forms(_)) => {
                return Err(OutOfBounds { setting, bounds: setting.bounds() });
            }
        }
        Ok(self)
    }

    /// What the closing of an assessment asks for.
    pub fn demands(&self) -> Demands {
        let min_assessors = usize::try_from(self.min_assessors.max(2)).unwrap_or(2);
        Demands { min_assessors, direct_care_counts: self.direct_care_counts }
    }

    /// The limit of the visit counter.
    pub fn visit_limit(&self) -> usize {
        usize::try_from(self.visits_without_plan.clamp(4, 8)).unwrap_or(6)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
#[path = "settings_tests.rs"]
mod tests;
