//! Which acts only read a folder, and which of them an inspection of quality may do.

use super::Act;

impl Act {
    /// What only looks into a folder: its pages and papers as of a day of the past are these and no others, for what
    /// was then can be read and not done.
    pub fn only_reads_folder(self) -> bool {
        self.is_read_by_inspection()
            || matches!(
                self,
                Self::SeePersonalData
                    | Self::DownloadAttachment
                    | Self::SeeLooks
                    | Self::PrintPaper
                    | Self::PrintConsultation
                    | Self::PrintPlan
                    | Self::PrintClosure
                    | Self::PrintLooks
                    | Self::PrintTimeline
                    | Self::PrintSharing
                    | Self::SeeCaseManagement
                    | Self::SeeMeetingOutputs
                    | Self::PrintCaseManagement
            )
    }

    /// What an inspection reads: what the criteria of quality ask about (505/2006, annex 2), and nothing that only says
    /// who or where somebody is. Originals that were brought stay in the house; the inspection asks for them on the spot.
    pub fn is_read_by_inspection(self) -> bool {
        matches!(
            self,
            Self::SeeFolder
                | Self::SeeTimeline
                | Self::SeeRecord
                | Self::SeeNegotiation
                | Self::SeeAssessment
                | Self::SeeAgreement
                | Self::SeePlan
                | Self::SeeEvaluations
                | Self::SeeClosure
                | Self::SeeConsents
                | Self::SeeTeam
                | Self::SeeFolderTasks
                | Self::SeeAttachments
                | Self::SeeReadiness
                | Self::SeeSharing
                | Self::PrintInspection
        )
    }
}
