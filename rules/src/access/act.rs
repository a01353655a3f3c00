//! Everything that can be done in the house, each with the scope of what it concerns.

use crate::coded;

coded! {
    /// What is done. Every route names exactly one.
    pub enum Act {
        // Anybody.
        SignIn = "sign_in",
        SetUp = "set_up",
        Probe = "probe",
        ReadPublic = "read_public",
        /// The administrator at the console; no address leads there.
        TendJournal = "tend_journal",
        // His own things.
        SeeOwn = "see_own",
        KeepOwn = "keep_own",
        SaveDraft = "save_draft",
        Unlock = "unlock",
        SignOut = "sign_out",
        // Lists over folders.
        SeeMyDay = "see_my_day",
        SeeClients = "see_clients",
        Search = "search",
        SeeTasks = "see_tasks",
        SeeDrafts = "see_drafts",
        PickClient = "pick_client",
        /// What the head looks after: terms, applicants, load; no content of folders.
        SeeServiceOverview = "see_service_overview",
        /// What the folders of a service lack for the criteria of quality; no content of folders.
        SeeServiceReadiness = "see_service_readiness",
        /// What other services shared with this one, for the viewer.
        SeeSharedWithUs = "see_shared_with_us",
        /// What happened meanwhile: a kind and a way there, no content.
        SeeNotices = "see_notices",
        /// Meetings with other services; an invited peer mentor finds his there.
        SeeMeetings = "see_meetings",
        /// The first page of an inspector: his inspections in force and their folders.
        SeeInspected = "see_inspected",
        // One item that another service shared.
        SeeSharedItem = "see_shared_item",
        /// „Potvrdit přečtení“: the sender sees when.
        ConfirmSharedItem = "confirm_shared_item",
        /// A shared document leaves the house in the reader's hands.
        DownloadSharedDocument = "download_shared_document",
        /// A part of the commission is taken up, or there is no capacity for it.
        AnswerPart = "answer_part",
        /// A person whose contacts were handed over becomes an applicant here.
        TakeUpHandover = "take_up_handover",
        // A meeting of two services.
        SeeMeeting = "see_meeting",
        /// The running meeting with its internal minutes; every look is in the journal.
        SeeMinutes = "see_minutes",
        RunMeeting = "run_meeting",
        /// The output of a meeting; the minutes are never printed.
        PrintMeeting = "print_meeting",
        // The desk of a service.
        SeeFirstContacts = "see_first_contacts",
        TakeFirstContact = "take_first_contact",
        SeeAnonymousContacts = "see_anonymous_contacts",
        RecordAnonymousContact = "record_anonymous_contact",
        /// The register of refused applicants and the waiting list.
        SeeRefusedApplicants = "see_refused_applicants",
        /// What peer mentors ask a worker in favour of their clients.
        SeeMentorQuestions = "see_mentor_questions",
        AnswerMentorQuestion = "answer_mentor_question",
        SeeSettings = "see_settings",
        ChangeSettings = "change_settings",
        PlanSubstitution = "plan_substitution",
        PlanMeeting = "plan_meeting",
        /// Inspections of quality that the head has opened (sections 97–99 of the act).
        SeeInspections = "see_inspections",
        OpenInspection = "open_inspection",
        EndInspection = "end_inspection",
        // The house.
        SeeAccounts = "see_accounts",
        ManageAccounts = "manage_accounts",
        ManageServices = "manage_services",
        SeeJournal = "see_journal",
        /// How far the journal has come, on paper: an anchor outside the machine.
        PrintCheckpoint = "print_checkpoint",
        // Reading a folder.
        SeeFolder = "see_folder",
        SeeTimeline = "see_timeline",
        SeeRecord = "see_record",
        SeePersonalData = "see_personal_data",
        RevealBirthNumber = "reveal_birth_number",
        /// The address of somebody who must not be found.
        RevealAddress = "reveal_address",
        SeeNegotiation = "see_negotiation",
        SeeAssessment = "see_assessment",
        SeeAgreement = "see_agreement",
        /// The plan with its goals and steps.
        SeePlan = "see_plan",
        /// The versions of the plan and the evaluations.
        SeeEvaluations = "see_evaluations",
        SeeClosure = "see_closure",
        SeeConsents = "see_consents",
        SeeTeam = "see_team",
        /// The case of case management: who leads, who entered, parts, proposals, the client's part.
        SeeCaseManagement = "see_case_management",
        /// What came out of meetings about the client, and what is brought to them.
        SeeMeetingOutputs = "see_meeting_outputs",
        /// What was shared from the folder, with whom, on what ground; what came to it.
        SeeSharing = "see_sharing",
        SeeFolderTasks = "see_folder_tasks",
        SeeAttachments = "see_attachments",
        /// Takes a document out of the house: each time an entry.
        DownloadAttachment = "download_attachment",
        SeeLooks = "see_looks",
        /// What the folder has for the criteria of quality and what it lacks.
        SeeReadiness = "see_readiness",
        PrintPaper = "print_paper",
        PrintConsultation = "print_consultation",
        /// The plan, the plan in plain words, an evaluation.
        PrintPlan = "print_plan",
        PrintClosure = "print_closure",
        /// „Časová osa případu“ of a period.
        PrintTimeline = "print_timeline",
        PrintReadiness = "print_readiness",
        /// Who helps, for the client.
        PrintCaseManagement = "print_case_management",
        /// What was shared, for the client.
        PrintSharing = "print_sharing",
        /// „Kdo nahlížel“ for the client.
        PrintLooks = "print_looks",
        /// What an inspection may see of the folder, on paper with a watermark.
        PrintInspection = "print_inspection",
        // Writing into a folder.
        WriteRecord = "write_record",
        /// A peer mentor asks in favour of his client, and notes what came of it.
        SeeMentorConsultations = "see_mentor_consultations",
        AskMentorConsultation = "ask_mentor_consultation",
        NoteMentorConsultation = "note_mentor_consultation",
        CorrectRecord = "correct_record",
        CorrectPersonalData = "correct_personal_data",
        WriteNegotiation = "write_negotiation",
        HoldConsultation = "hold_consultation",
        CloseNegotiation = "close_negotiation",
        RefuseApplicant = "refuse_applicant",
        KeepWaitingList = "keep_waiting_list",
        /// Somebody who was refused, withdrew, or whose agreement or cooperation ended asks again.
        ReopenNegotiation = "reopen_negotiation",
        HoldAssessment = "hold_assessment",
        PrepareAgreement = "prepare_agreement",
        SignAgreement = "sign_agreement",
        /// The device goes into the client's hands, for one text.
        LendScreen = "lend_screen",
        /// The client decides on it.
        SignOnScreen = "sign_on_screen",
        EndAgreement = "end_agreement",
        RecordConsent = "record_consent",
        WithdrawConsent = "withdraw_consent",
        /// One statement or one document, after a preview.
        ShareItem = "share_item",
        StopSharing = "stop_sharing",
        /// Another topic of the same consent (D20).
        RefileItem = "refile_item",
        /// The closed set of contacts to another service.
        HandOverData = "hand_over_data",
        /// Another service is asked for a part of the commission.
        AskForPart = "ask_for_part",
        EndPart = "end_part",
        /// The second service is offered, or the contact of a more suitable one is given.
        OfferService = "offer_service",
        /// A case is opened, led and ended; somebody enters or leaves it.
        LeadCaseManagement = "lead_case_management",
        /// The client is brought to the meetings with another service, on a topic of his consent.
        BringToMeeting = "bring_to_meeting",
        /// The output is written into the folder, its goals are evaluated.
        WriteMeetingOutput = "write_meeting_output",
        DecidePlanForm = "decide_plan_form",
        WritePlan = "write_plan",
        AgreePlan = "agree_plan",
        Evaluate = "evaluate",
        AddAttachment = "add_attachment",
        StrikeOutAttachment = "strike_out_attachment",
        WriteTask = "write_task",
        PlanAppointment = "plan_appointment",
        LinkAnonymousContact = "link_anonymous_contact",
        AnswerHandover = "answer_handover",
        // The key worker or the head.
        ProposeHandover = "propose_handover",
        AssignWorker = "assign_worker",
        CloseCase = "close_case",
        ExcludeWorker = "exclude_worker",
        /// Half-written text of somebody who may not finish it any more (D19).
        TakeOverDraft = "take_over_draft",
    }
}

/// What an act concerns, and so which door its route must pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    Anybody,
    Own,
    Caseload,
    Desk,
    House,
    Folder,
    /// One item that another service shared.
    Shared,
    /// A meeting of two services.
    Meeting,
}

impl Act {
    /// The list is whole on purpose: a new act does not compile before somebody has said which door it passes.
    #[rustfmt::skip]
    pub fn scope(self) -> Scope {
        match self {
            Self::SignIn | Self::SetUp | Self::Probe | Self::ReadPublic | Self::TendJournal => Scope::Anybody,
            Self::SeeOwn | Self::KeepOwn | Self::SaveDraft | Self::Unlock | Self::SignOut => Scope::Own,
            Self::SeeMyDay | Self::SeeClients | Self::Search | Self::SeeTasks | Self::SeeDrafts | Self::PickClient
            | Self::SeeServiceOverview | Self::SeeServiceReadiness | Self::SeeInspected | Self::SeeSharedWithUs | Self::SeeNotices
            | Self::SeeMeetings => Scope::Caseload,
            Self::SeeMeeting | Self::SeeMinutes | Self::RunMeeting | Self::PrintMeeting => Scope::Meeting,
            Self::SeeSharedItem | Self::ConfirmSharedItem | Self::DownloadSharedDocument | Self::AnswerPart
            | Self::TakeUpHandover => Scope::Shared,
            Self::SeeFirstContacts | Self::TakeFirstContact => Scope::Desk,
            Self::SeeRefusedApplicants => Scope::Desk,
            Self::SeeMentorQuestions | Self::AnswerMentorQuestion => Scope::Desk,
            Self::SeeAnonymousContacts | Self::RecordAnonymousContact => Scope::Desk,
            Self::SeeSettings | Self::ChangeSettings | Self::PlanSubstitution | Self::PlanMeeting => Scope::Desk,
            Self::SeeInspections | Self::OpenInspection | Self::EndInspection => Scope::Desk,
            Self::SeeAccounts | Self::ManageAccounts | Self::ManageServices => Scope::House,
            Self::SeeJournal | Self::PrintCheckpoint => Scope::House,
            Self::SeeFolder | Self::SeeTimeline | Self::SeeRecord | Self::SeePersonalData | Self::RevealBirthNumber
            | Self::RevealAddress | Self::SeeNegotiation | Self::SeeAssessment | Self::SeeAgreement
            | Self::SeePlan | Self::SeeEvaluations | Self::SeeClosure | Self::SeeConsents | Self::SeeTeam | Self::SeeFolderTasks | Self::SeeAttachments
            | Self::DownloadAttachment | Self::SeeLooks | Self::PrintPaper | Self::PrintConsultation
            | Self::SeeReadiness | Self::PrintReadiness | Self::PrintPlan | Self::PrintClosure | Self::PrintTimeline | Self::PrintLooks | Self::PrintInspection | Self::WriteRecord
            | Self::CorrectRecord
            | Self::CorrectPersonalData | Self::WriteNegotiation | Self::HoldConsultation | Self::CloseNegotiation
            | Self::RefuseApplicant | Self::KeepWaitingList | Self::ReopenNegotiation | Self::HoldAssessment
            | Self::PrepareAgreement | Self::SignAgreement | Self::LendScreen | Self::SignOnScreen
            | Self::EndAgreement | Self::RecordConsent
            | Self::WithdrawConsent | Self::DecidePlanForm | Self::WritePlan | Self::AgreePlan | Self::Evaluate
            | Self::AddAttachment | Self::StrikeOutAttachment
            | Self::SeeCaseManagement | Self::PrintCaseManagement | Self::LeadCaseManagement
            | Self::SeeMeetingOutputs | Self::BringToMeeting | Self::WriteMeetingOutput
            | Self::SeeSharing | Self::PrintSharing | Self::ShareItem | Self::StopSharing | Self::RefileItem | Self::HandOverData
            | Self::AskForPart | Self::EndPart | Self::OfferService
            | Self::SeeMentorConsultations | Self::AskMentorConsultation | Self::NoteMentorConsultation
            | Self::WriteTask | Self::PlanAppointment | Self::LinkAnonymousContact | Self::AnswerHandover
            | Self::ProposeHandover | Self::AssignWorker | Self::CloseCase | Self::ExcludeWorker | Self::TakeOverDraft => Scope::Folder,
        }
    }

    /// Who holds the thread decides: handover, assignments, limited cooperation, who looked; settings by the head.
    ///
    /// An inspection of quality is the head's to open; what it takes away on paper, the key worker may prepare too.
    /// Any worker of the folder may ask for an exclusion of the head; the rule itself checks who may.
    pub fn is_of_key_worker_or_head(self) -> bool {
        matches!(
            self,
            Self::ProposeHandover
                | Self::BringToMeeting
                | Self::AssignWorker
                | Self::CloseCase
                | Self::TakeOverDraft
                | Self::SeeLooks
                | Self::PrintLooks
                | Self::PrintInspection
                | Self::SeeInspections
                | Self::OpenInspection
                | Self::EndInspection
                | Self::SeeSettings
                | Self::ChangeSettings
                | Self::SeeServiceOverview
                | Self::SeeServiceReadiness
        )
    }
}
