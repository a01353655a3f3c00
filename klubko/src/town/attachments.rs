//! Two documents of the demo town: the photo of a signed paper, drawn here, and a note.

use crate::kernel::content;
use crate::kernel::db::{Place, Plant, Result};
use crate::params;
use uuid::Uuid;

const PHOTO: Uuid = Uuid::from_u128(0x0dd0_0000_0000_4000_8000_a000_0000_0001);
const NOTE: Uuid = Uuid::from_u128(0x0dd0_0000_0000_4000_8000_a000_0000_0002);
const NOTE_TEXT: &str = "Domluva na příště: přinést rozhodnutí úřadu a smlouvu o nájmu.\n";

/// A file as the town brings it.
struct Brought {
    id: Uuid,
    title: &'static str,
    name: &'static str,
    file_type: &'static str,
    digest: [u8; 32],
    size: i64,
}

/// Both lie in the folder of whoever signed first.
pub(super) fn bring(place: &Place, plant: Plant<'_>) -> Result<()> {
    let photo = drawn_paper([60, 60, 90]);
    let of_photo = Brought {
        id: PHOTO,
        title: "Podepsaný informovaný souhlas",
        name: "IMG_0412.jpg",
        file_type: "jpeg",
        digest: content::plant(place, plant, &photo)?,
        size: size_of(&photo),
    };
    let of_note = Brought {
        id: NOTE,
        title: "Co přinést příště",
        name: "poznamka.txt",
        file_type: "text",
        digest: content::plant(place, plant, NOTE_TEXT.as_bytes())?,
        size: size_of(NOTE_TEXT.as_bytes()),
    };
    keep(plant, &of_photo, true)?;
    keep(plant, &of_note, false)
}

fn size_of(bytes: &[u8]) -> i64 {
    i64::try_from(bytes.len()).unwrap_or(i64::MAX)
}

/// The row, a quarter of an hour after the signature, by whoever wrote the text.
fn keep(plant: Plant<'_>, file: &Brought, belongs_to_text: bool) -> Result<()> {
    const HEAD: &str = "
        insert into statement (id, folder_id, kind)
        select $1, folder_id, 'attachment' from document order by recorded_at, id limit 1";
    const ROW: &str = "
        insert into attachment (id, folder_id, belongs_to, title, note, name, file_type, digest, size, total_size,
                                recorded_at, recorded_by)
        select $1, folder_id, case when $2 then id end, $3, '', $4, $5, $6, $7, $7, recorded_at + 900000, recorded_by
          from document order by recorded_at, id limit 1";
    plant(HEAD, params![file.id])?;
    let Brought { id, title, name, file_type, digest, size } = file;
    plant(ROW, params![*id, belongs_to_text, *title, *name, *file_type, digest, *size])
}

/// A small drawing of a signed paper in ink of that colour: made here, so that no photo of a real one is needed.
pub fn drawn_paper(pen: [u8; 3]) -> Vec<u8> {
    let (width, height) = (120_u16, 160_u16);
    let ink = |at: usize| {
        let (x, y) = (at % usize::from(width), at / usize::from(width));
        let is_line = (20..120).contains(&y) && y % 10 < 2 && (15..100).contains(&x);
        let wave = 138.0 + 6.0 * (x as f32 / 4.0).sin();
        let is_signature = (60..100).contains(&x) && (y as f32 - wave).abs() < 1.5;
        if is_line || is_signature { pen } else { [245, 243, 238] }
    };
    let points: Vec<u8> = (0..usize::from(width) * usize::from(height)).flat_map(ink).collect();
    content::write_jpeg(&points, width, height).unwrap_or_default()
}
