//! One text of the demo town was signed on the screen of its key worker's telephone: the newest one.

use crate::kernel::db::{Plant, Result};
use crate::params;
use uuid::Uuid;

const SIGNING: Uuid = Uuid::from_u128(0x0dd0_0000_0000_4000_8000_5000_0000_0001);
/// A name as a finger writes it.
const STROKE: &str = "M150 130L168 196L190 262L214 190L238 118M262 210L266 248L274 256L286 240M258 168L258 168M312 196L318 256\
                      L340 214L356 256L388 190M372 120L388 256L414 216M432 236L460 214L452 200L434 216L438 246L470 248\
                      L492 202L496 244L520 206M560 132L566 262M558 136L612 120L652 168L630 238L566 262M684 224L706 206\
                      L726 226L708 252L686 240L684 224M740 252L748 208L768 206L772 250L788 210L808 208L812 250L846 214";

/// The lending and, three minutes later, the signature.
pub(super) fn sign(plant: Plant<'_>) -> Result<()> {
    const LENT: &str = "
        insert into screen_signing (id, folder_id, document_id, digest, signer, signer_role, fields, recorded_at,
                                    recorded_by)
        select $1, folder_id, id, digest, signer, signer_role, 'signer_role=self', recorded_at, recorded_by
          from document order by recorded_at desc, id desc limit 1";
    const SIGNED: &str = "
        insert into screen_signature (signing_id, folder_id, outcome, language, written_name, stroke, digest,
                                      recorded_at, recorded_by)
        select id, folder_id, 'consent', 'easy', signer, $2, digest, recorded_at + 180000, recorded_by
          from screen_signing where id = $1";
    plant(LENT, params![SIGNING])?;
    plant(SIGNED, params![SIGNING, STROKE])
}
