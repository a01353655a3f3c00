//! How the camera was held (EXIF, tag 274), and the picture turned upright.

use super::Points;

const ORIENTATION: u16 = 0x0112;

/// One of the eight ways; 1 is upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Orientation(u16);

impl Orientation {
    pub(super) const UPRIGHT: Self = Self(1);

    /// Reads the tag; what cannot be read is upright.
    pub(super) fn of_exif(exif: &[u8]) -> Self {
        tag(exif.strip_prefix(b"Exif\0\0").unwrap_or(exif))
            .filter(|way| (1..=8).contains(way))
            .map_or(Self::UPRIGHT, Self)
    }

    /// The picture as it was seen.
    pub(super) fn applied_to(self, from: Points) -> Points {
        if self == Self::UPRIGHT {
            return from;
        }
        let Points { width: w, height: h, parts, .. } = from;
        let lies = self.0 > 4;
        let (width, height) = if lies { (h, w) } else { (w, h) };
        let mut bytes = Vec::with_capacity(from.bytes.len());
        for y in 0..height {
            for x in 0..width {
                let (from_x, from_y) = match self.0 {
                    2 => (w - 1 - x, y),
                    3 => (w - 1 - x, h - 1 - y),
                    4 => (x, h - 1 - y),
                    5 => (y, x),
                    6 => (y, h - 1 - x),
                    7 => (w - 1 - y, h - 1 - x),
                    _ => (w - 1 - y, x),
                };
                let start = (from_y * w + from_x) * parts;
                bytes.extend_from_slice(from.bytes.get(start..start + parts).unwrap_or_default());
            }
        }
        Points { width, height, parts, bytes }
    }
}

/// The value of the tag in the first directory of a TIFF head.
fn tag(tiff: &[u8]) -> Option<u16> {
    let is_little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let two = |at: usize| {
        let bytes = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let four = |at: usize| {
        let bytes = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    };
    let start = usize::try_from(four(4)?).ok()?;
    let entries = usize::from(two(start)?);
    let place = |n: usize| start.checked_add(2 + n * 12);
    let found = (0..entries).filter_map(place).find(|at| two(*at) == Some(ORIENTATION))?;
    two(found.checked_add(8)?)
}
