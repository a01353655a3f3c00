//! One shared item as the door needs it: what it says, and every fact that the policy weighs.

use super::failure::Failure;
use super::id::{FolderId, ServiceId};
use super::visit::Visit;
use crate::{consent_says, item_relation, params, record};
use jiff::civil::Date;
use rules::access::{Ground, GroundKind, Relation, Share};
use rules::coded::Coded;
use rules::consent::Decision;
use uuid::Uuid;

record! {
    /// One item with everything that decides about it.
    pub(in crate::kernel) struct Facts {
        pub(in crate::kernel) id: Uuid,
        pub(in crate::kernel) folder_id: FolderId,
        pub(in crate::kernel) pseudonym: Uuid,
        pub(in crate::kernel) service_id: ServiceId,
        pub(in crate::kernel) service_name: String,
        pub(in crate::kernel) kind: String,
        pub(in crate::kernel) title: String,
        pub(in crate::kernel) body: String,
        pub(in crate::kernel) topic: String,
        pub(in crate::kernel) attachment_id: Option<Uuid>,
        pub(in crate::kernel) shared_by: String,
        pub(in crate::kernel) shared_at: i64,
        pub(in crate::kernel) valid_until: Option<Date>,
        relation: Relation,
        legal_ground: String,
        pub(in crate::kernel) reason: String,
        pub(in crate::kernel) citation: String,
        consent_kind: Option<String>,
        decision: Option<Decision>,
        valid_from: Option<Date>,
        is_stopped: bool,
        is_withdrawn: bool,
        is_superseded: bool,
        is_complete: bool,
        covers_topic: bool,
        allows_direction: bool,
        names_receiver: bool,
    }
}

const ITEM: &str = concat!(
    "select i.id as id, i.folder_id as folder_id, y.pseudonym as pseudonym, i.service_id as service_id,
            v.name as service_name, i.kind as kind, i.title as title, i.body as body, g.topic as topic,
            i.attachment_id as attachment_id,
            trim(b.title || ' ' || b.given_name || ' ' || b.family_name) as shared_by, i.shared_at as shared_at,
            c.valid_until as valid_until, ",
    item_relation!(),
    " as relation, g.legal_ground as legal_ground, g.reason as reason, g.citation as citation, c.kind as consent_kind,
      c.decision as decision, t.valid_from as valid_from, ",
    consent_says!(stopped),
    " as is_stopped, ",
    consent_says!(withdrawn),
    " as is_withdrawn, ",
    consent_says!(superseded),
    " as is_superseded, coalesce(",
    consent_says!(complete),
    ", false) as is_complete, coalesce(",
    consent_says!(covers_topic),
    ", false) as covers_topic, coalesce(",
    consent_says!(allows_direction),
    ", false) as allows_direction, coalesce(",
    consent_says!(names_receiver),
    ", false) as names_receiver
       from shared_item i
       join shared_item_ground g on g.item_id = i.id and g.replaced_at is null
       join folder_pseudonym y on y.folder_id = i.folder_id
       join service v on v.id = i.service_id
       join worker b on b.id = i.shared_by
       left join consent c on c.id = g.consent_id and c.replaced_at is null
       left join consent_terms t on t.consent_id = c.id
      where i.id = $5"
);

pub(in crate::kernel) fn facts(visit: &Visit<'_>, item: Uuid) -> Result<Option<Facts>, Failure> {
    let viewer = visit.viewer()?;
    let service = viewer.service().unwrap_or_default();
    Ok(visit.unit.first(ITEM, params![service, viewer.worker(), visit.now, visit.today, item])?)
}

impl Facts {
    /// As the policy takes it. A ground that nobody knows is a consent that was never given.
    pub(in crate::kernel) fn share(&self) -> Share {
        let kind = self.ground_kind();
        let ground = Ground {
            kind,
            decision: self.decision,
            is_withdrawn: self.is_withdrawn,
            is_superseded: self.is_superseded,
            valid_from: self.valid_from,
            valid_until: self.valid_until,
            is_complete: self.is_complete,
            covers_topic: self.covers_topic,
            allows_direction: self.allows_direction,
            names_receiver: self.names_receiver,
            has_reason: !self.reason.is_empty(),
        };
        Share { relation: self.relation, is_stopped: self.is_stopped, ground }
    }

    pub(in crate::kernel) fn ground_kind(&self) -> GroundKind {
        let named = self.consent_kind.as_deref().unwrap_or(&self.legal_ground);
        GroundKind::from_code(named).unwrap_or(GroundKind::CaseManagement)
    }
}
