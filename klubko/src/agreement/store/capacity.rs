use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{StatementId, WorkerId};
use crate::{params, record};

record! {
    /// Whether the person signs alone, who represents and who supports.
    pub(in crate::agreement) struct LegalCapacity {
        pub(in crate::agreement) id: StatementId,
        pub(in crate::agreement) version: i64,
        pub(in crate::agreement) is_limited: bool,
        pub(in crate::agreement) decision: String,
        pub(in crate::agreement) representative_role: String,
        pub(in crate::agreement) representative: String,
        pub(in crate::agreement) mandate: String,
        pub(in crate::agreement) supporter: String,
        pub(in crate::agreement) recorded_at: i64,
        pub(in crate::agreement) recorded_by: WorkerId,
    }
}

pub(in crate::agreement) fn current(folder: &Folder<'_>) -> Result<Option<LegalCapacity>, Failure> {
    const CURRENT: &str = "
        select c.id as id, c.version as version, c.is_limited as is_limited, c.decision as decision,
               c.representative_role as representative_role, c.representative as representative, c.mandate as mandate,
               c.supporter as supporter, c.recorded_at as recorded_at, c.recorded_by as recorded_by
          from legal_capacity c
         where c.folder_id = $1 and c.recorded_at <= $2 and (c.replaced_at is null or c.replaced_at > $2)";
    Ok(folder.db().first(CURRENT, params![folder.id(), folder.as_of()])?)
}

/// What was typed.
#[derive(Clone, Copy)]
pub(in crate::agreement) struct NewCapacity<'a> {
    pub(in crate::agreement) is_limited: bool,
    pub(in crate::agreement) decision: &'a str,
    pub(in crate::agreement) representative_role: &'a str,
    pub(in crate::agreement) representative: &'a str,
    pub(in crate::agreement) mandate: &'a str,
    pub(in crate::agreement) supporter: &'a str,
}

/// Writes it as it should stand; `read` is the version that was edited (0: none was there).
pub(in crate::agreement) fn write(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    (known, read): (Option<StatementId>, i64),
    new: &NewCapacity<'_>,
) -> Result<StatementId, Failure> {
    const REPLACE: &str = "
        update legal_capacity set replaced_at = $4
         where id = $1 and version = $2 and folder_id = $3 and replaced_at is null";
    const INSERT: &str = "
        insert into legal_capacity (id, version, folder_id, is_limited, decision, representative_role, representative,
                                    mandate, supporter, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let (at, by) = (change.at(), change.by());
    let id = match known {
        Some(id) => {
            change.replace(REPLACE, params![id, read, folder.id(), at])?;
            id
        }
        None => change.begin_statement(folder.id(), "legal_capacity")?,
    };
    let NewCapacity { is_limited, decision, representative_role, representative, mandate, supporter } = *new;
    let row = params![
        id,
        read + 1,
        folder.id(),
        is_limited,
        decision,
        representative_role,
        representative,
        mandate,
        supporter,
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}
