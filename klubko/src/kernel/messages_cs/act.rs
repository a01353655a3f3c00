//! What somebody did, as „Kdo nahlížel“ and the journal say it, and on what it rested.

use super::InCzech;
use rules::access::{Act, Reason, Tie};
use rules::coded::Coded;
use std::borrow::Cow;

impl InCzech for Act {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(own(*self).or_else(|| list(*self)).or_else(|| reading(*self)).unwrap_or_else(|| writing(*self)))
    }
}

fn own(act: Act) -> Option<&'static str> {
    Some(match act {
        Act::SignIn => "přihlášení",
        Act::SetUp => "založení provozu",
        Act::Probe => "kontrola provozu",
        Act::ReadPublic => "veřejná stránka",
        Act::SeeOwn => "vlastní věci",
        Act::KeepOwn => "úprava vlastních věcí",
        Act::SaveDraft => "rozepsaný text",
        Act::Unlock => "odemknutí obrazovky",
        Act::SignOut => "odhlášení",
        Act::SeeAccounts => "přehled účtů",
        Act::ManageAccounts => "správa účtů",
        Act::ManageServices => "správa služeb",
        Act::SeeJournal => "čtení deníku přístupů",
        Act::PrintCheckpoint => "tisk kontrolního bodu deníku",
        Act::TendJournal => "správa deníku z konzole",
        _ => return None,
    })
}

fn list(act: Act) -> Option<&'static str> {
    Some(match act {
        Act::SeeMyDay => "Můj den",
        Act::SeeClients => "seznam klientů",
        Act::Search => "hledání",
        Act::SeeTasks => "seznam úkolů",
        Act::SeeDrafts => "seznam rozepsaných textů",
        Act::PickClient => "výběr klienta",
        Act::SeeServiceOverview => "přehled služby",
        Act::SeeServiceReadiness => "připravenost služby",
        Act::SeeFirstContacts => "seznam prvních kontaktů",
        Act::TakeFirstContact => "zápis prvního kontaktu",
        Act::SeeAnonymousContacts => "seznam anonymních kontaktů",
        Act::RecordAnonymousContact => "zápis anonymního kontaktu",
        Act::SeeRefusedApplicants => "evidence odmítnutých žadatelů a pořadník",
        Act::SeeSettings => "nastavení služby",
        Act::ChangeSettings => "změna nastavení služby",
        Act::PlanSubstitution => "plánování zástupu",
        Act::SeeNotices => "upozornění",
        Act::SeeMentorQuestions => "dotazy peer mentorů",
        Act::AnswerMentorQuestion => "odpověď na dotaz peer mentora",
        Act::SeeSharedWithUs => "přehled sdíleného jinými službami",
        Act::SeeInspected => "složky otevřené kontrole",
        Act::SeeMeetings => "seznam porad",
        Act::PlanMeeting => "plánování porady",
        Act::SeeMeeting => "porada dvou služeb",
        Act::SeeMinutes => "interní zápis z porady",
        Act::RunMeeting => "vedení porady",
        Act::PrintMeeting => "tisk výstupu z porady",
        Act::SeeInspections => "přehled kontrol",
        Act::OpenInspection => "otevření kontroly",
        Act::EndInspection => "ukončení kontroly",
        _ => return None,
    })
}

fn reading(act: Act) -> Option<&'static str> {
    Some(match act {
        Act::SeeFolder => "přehled složky",
        Act::SeeTimeline => "seznam zápisů",
        Act::SeeRecord => "čtení zápisu",
        Act::SeePersonalData => "osobní údaje",
        Act::RevealBirthNumber => "zobrazení rodného čísla",
        Act::RevealAddress => "zobrazení chráněné adresy",
        Act::SeeNegotiation => "jednání se zájemcem",
        Act::SeeAssessment => "zhodnocení",
        Act::SeeAgreement => "smlouva",
        Act::SeePlan => "individuální plán",
        Act::SeeEvaluations => "hodnocení a verze plánu",
        Act::SeeClosure => "ukončení spolupráce",
        Act::SeeConsents => "souhlasy a nesouhlasy",
        Act::SeeTeam => "tým složky",
        Act::SeeFolderTasks => "úkoly složky",
        Act::SeeCaseManagement => "případová spolupráce",
        Act::SeeMeetingOutputs => "výstupy z porad",
        Act::PrintCaseManagement => "tisk, kdo klientovi pomáhá",
        Act::SeeAttachments => "dokumenty",
        Act::DownloadAttachment => "stažení dokumentu",
        Act::SeeLooks => "přehled nahlížení",
        Act::PrintPaper => "tisk",
        Act::PrintConsultation => "tisk záznamu úvodní konzultace",
        Act::PrintPlan => "tisk plánu nebo hodnocení",
        Act::PrintClosure => "tisk ukončení spolupráce",
        Act::PrintTimeline => "tisk časové osy",
        Act::PrintLooks => "tisk přehledu nahlížení",
        Act::SeeSharedItem => "sdílená informace",
        Act::DownloadSharedDocument => "stažení sdíleného dokumentu",
        Act::SeeSharing => "přehled sdílení",
        Act::PrintSharing => "tisk přehledu sdílení",
        Act::SeeReadiness => "připravenost složky",
        Act::PrintReadiness => "tisk připravenosti složky",
        Act::PrintInspection => "kontrolní výpis",
        _ => return None,
    })
}

fn together(act: Act) -> &'static str {
    match act {
        Act::LeadCaseManagement => "vedení případové spolupráce",
        Act::BringToMeeting => "přinesení na poradu",
        Act::WriteMeetingOutput => "zápis výstupu z porady",
        Act::WriteTask => "úkol",
        Act::PlanAppointment => "domluva schůzky",
        Act::LinkAnonymousContact => "připojení anonymního kontaktu",
        Act::AnswerHandover => "odpověď na předání případu",
        Act::ProposeHandover => "předání případu",
        Act::AssignWorker => "přizvání pracovníka",
        Act::ExcludeWorker => "omezení spolupráce s pracovníkem",
        Act::TakeOverDraft => "převzetí rozepsaného textu",
        _ => "",
    }
}

fn writing(act: Act) -> &'static str {
    match act {
        Act::WriteRecord => "zápis o průběhu",
        Act::SeeMentorConsultations => "přehled konzultací peer mentora",
        Act::AskMentorConsultation => "dotaz peer mentora",
        Act::NoteMentorConsultation => "poznámka peer mentora o konzultaci",
        Act::CorrectRecord => "oprava zápisu",
        Act::CorrectPersonalData => "oprava osobních údajů",
        Act::WriteNegotiation => "záznam jednání",
        Act::HoldConsultation => "zápis úvodní konzultace",
        Act::CloseNegotiation => "uzavření jednání",
        Act::RefuseApplicant => "odmítnutí uzavřít smlouvu",
        Act::KeepWaitingList => "vedení pořadníku",
        Act::ReopenNegotiation => "nová žádost téhož člověka",
        Act::HoldAssessment => "zápis zhodnocení",
        Act::PrepareAgreement => "příprava smlouvy",
        Act::SignAgreement => "uzavření smlouvy",
        Act::LendScreen => "předání zařízení k podpisu",
        Act::SignOnScreen => "podpis na obrazovce",
        Act::EndAgreement => "ukončení smlouvy",
        Act::RecordConsent => "zápis souhlasu nebo nesouhlasu",
        Act::WithdrawConsent => "odvolání souhlasu",
        Act::ShareItem => "sdílení informace s jinou službou",
        Act::StopSharing => "ukončení sdílení",
        Act::RefileItem => "přeřazení k jinému tématu",
        Act::ConfirmSharedItem => "potvrzení o přečtení",
        Act::HandOverData => "předání kontaktů jiné službě",
        Act::TakeUpHandover => "převzetí předaných kontaktů",
        Act::AskForPart => "žádost o převzetí části zakázky",
        Act::AnswerPart => "odpověď na žádost o část zakázky",
        Act::EndPart => "uzavření části zakázky",
        Act::OfferService => "nabídka jiné služby",
        Act::DecidePlanForm => "rozhodnutí o plánu",
        Act::WritePlan => "úprava plánu",
        Act::AgreePlan => "dohoda plánu",
        Act::Evaluate => "zápis hodnocení",
        Act::CloseCase => "zápis ukončení spolupráce",
        Act::AddAttachment => "přidání dokumentu",
        Act::StrikeOutAttachment => "přeškrtnutí dokumentu",
        _ => together(act),
    }
}

impl InCzech for Reason {
    fn cs(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Excluded => "spolupráce je omezena",
            Self::OtherService => "pracuje v jiné službě",
            Self::NotAssigned => "nepatří ke složce",
            Self::NotCareWork => "nepracuje s klienty",
            Self::NotThisProfession => "nepřísluší této profesi",
            Self::KeyWorkerOrHeadOnly => "jen klíčový pracovník nebo vedoucí",
            Self::HeadOnly => "jen vedoucí služby",
            Self::NotYourMandate => "není jeho pověření",
            Self::InspectionReadsOnly => "kontrola jen čte",
            Self::NoGround => "sdílení nemá platný důvod",
        })
    }
}

/// Who somebody was to the folder.
pub fn tie(tie: Tie) -> &'static str {
    match tie {
        Tie::KeyWorker => "klíčový pracovník",
        Tie::ServiceHead => "vedoucí služby",
        Tie::Assigned => "přizvaný pracovník",
        Tie::Substitute => "zástup klíčového pracovníka",
        Tie::Mentor => "peer mentor",
        Tie::Intake => "příjem",
        Tie::HandoverAddressee => "má případ převzít",
        Tie::SameService => "pracuje v této službě",
        Tie::Inspection => "kontrola kvality",
        Tie::OtherService => "pracuje v jiné službě",
        Tie::Excluded => "spolupráce je omezena",
    }
}

/// The ground of an entry in words; what is no code of ours (a section of an act) says itself.
pub fn ground(code: &str) -> Cow<'static, str> {
    let because = match code {
        "own_service" => Some("pracuje v této službě"),
        "mandate" => Some("pověření"),
        "own" => Some("vlastní věci"),
        "consent" => Some("souhlas klienta se sdílením"),
        "law" => Some("zákonný důvod sdílení"),
        _ => Tie::from_code(code).map(tie),
    };
    match (because, Reason::from_code(code)) {
        (Some(words), _) => Cow::Borrowed(words),
        (None, Some(reason)) => reason.cs(),
        (None, None) => super::rule::named(code).unwrap_or_else(|| Cow::Owned(code.to_owned())),
    }
}

/// What came of it: seen, refused, done, searched, erased.
pub fn decision(code: &str) -> &'static str {
    match code {
        "granted" => "zobrazeno",
        "denied" => "odmítnuto",
        "searched" => "hledáno",
        "erased" => "text vymazán",
        "handed_out" => "staženo",
        _ => "zapsáno",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_has_its_czech_words() {
        for act in Act::ALL {
            assert!(!act.cs().is_empty(), "{act:?}");
        }
    }

    #[test]
    fn a_ground_that_is_no_code_says_itself() {
        assert_eq!(ground("key_worker"), "klíčový pracovník");
        assert_eq!(ground("not_assigned"), "nepatří ke složce");
        assert_eq!(ground("R-021"), "první kontakt přijatý jiným odborníkem");
        assert_eq!(ground("§ 88 písm. f)"), "§ 88 písm. f)");
    }
}
