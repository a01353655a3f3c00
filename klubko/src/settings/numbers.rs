//! The numbers a service may set: read within the words of the source, shown with their bounds.

use crate::kernel::form::Form;
use crate::kernel::messages_cs::InCzech;
use rules::agreement::FormsAllowed;
use rules::coded::Coded;
use rules::settings::{Bounds, Setting, Settings, Value, read};

/// What the head of a service sets; the lock of screens is the provider's.
pub const OF_SERVICE: [Setting; 18] = [
    Setting::AssessmentDays,
    Setting::AssessmentStart,
    Setting::MinAssessors,
    Setting::DirectCareCounts,
    Setting::VisitsWithoutPlan,
    Setting::PlanDays,
    Setting::ReviewMonths,
    Setting::SilenceDays,
    Setting::RetentionYears,
    Setting::WaitingDays,
    Setting::EditDays,
    Setting::SameServiceSeesName,
    Setting::PrintedLooksName,
    Setting::Capacity,
    Setting::AgreementForms,
    Setting::ExpiryDays,
    Setting::ParticipationDays,
    Setting::OutputDays,
];

/// A field of the page: its name, label, hint, and choices if it is not a number.
pub struct Field {
    pub name: &'static str,
    pub label: String,
    pub hint: String,
    pub choices: Vec<(&'static str, String)>,
}

pub fn fields() -> Vec<Field> {
    OF_SERVICE.iter().map(|setting| field(*setting)).collect()
}

fn field(setting: Setting) -> Field {
    let (hint, choices) = match setting.bounds() {
        Bounds::Number { least: 0, most } => (format!("Od 0 do {most}, 0 znamená, že ji služba neuvádí"), Vec::new()),
        Bounds::Number { least, most } => (format!("Od {least} do {most}"), Vec::new()),
        Bounds::YesOrNo => (String::new(), vec![("yes", "Ano".to_owned()), ("no", "Ne".to_owned())]),
        Bounds::Start => (String::new(), starts()),
        Bounds::Forms => (String::new(), forms()),
    };
    Field { name: setting.code(), label: setting.cs().into_owned(), hint, choices }
}

fn starts() -> Vec<(&'static str, String)> {
    rules::assessment::TermStart::ALL.iter().map(|start| (start.code(), start.cs().into_owned())).collect()
}

fn forms() -> Vec<(&'static str, String)> {
    FormsAllowed::ALL.iter().map(|forms| (forms.code(), forms.cs().into_owned())).collect()
}

pub fn prefill(form: &mut Form, settings: &Settings) {
    for setting in OF_SERVICE {
        form.prefill(setting.code(), settings.value(setting).text());
    }
}

/// What differs from the settings of that day; what is out of bounds is a problem of its field.
pub fn changed(form: &mut Form, settings: &Settings) -> Vec<(Setting, Value)> {
    let mut changed = Vec::new();
    for setting in OF_SERVICE {
        match read(setting, form.value(setting.code())) {
            Ok(value) if value != settings.value(setting) => changed.push((setting, value)),
            Ok(_) => {}
            Err(out) => form.problem(setting.code(), out.cs()),
        }
    }
    changed
}

/// A stored value for people.
pub fn said(key: &str, value: &str) -> (String, String) {
    let Some(setting) = Setting::from_code(key) else { return (key.to_owned(), value.to_owned()) };
    let text = read(setting, value).map_or_else(|_| value.to_owned(), |value| value.cs().into_owned());
    (setting.cs().into_owned(), text)
}
