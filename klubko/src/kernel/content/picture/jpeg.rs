//! Writing a JPEG (ITU-T T.81, baseline, three full components): quality about 88, no metadata at all.
//!
//! A photo of a paper as PNG would be ten times as large, and a reader of JPEG is all that our libraries bring.

use super::jpeg_tables::{AC_CHROMA, AC_LUMA, CHROMA, DC_CHROMA, DC_LUMA, Huffman, LUMA, ZIGZAG};

/// An eight by eight square of one component.
type Block = [f32; 64];

/// Codes of one component kind: which code and how many bits for each symbol.
struct Codes {
    code: [(u16, u8); 256],
}

impl Codes {
    fn of(table: &Huffman) -> Self {
        let mut codes = Self { code: [(0, 0); 256] };
        let (mut next, mut symbols) = (0_u16, table.symbols.iter());
        for (length, count) in (1_u8..).zip(table.counts) {
            for symbol in symbols.by_ref().take(usize::from(count)) {
                if let Some(place) = codes.code.get_mut(usize::from(*symbol)) {
                    *place = (next, length);
                }
                next = next.wrapping_add(1);
            }
            next = next.wrapping_shl(1);
        }
        codes
    }
}

/// Bits, most significant first; a byte of ones is followed by a zero byte.
struct Bits {
    out: Vec<u8>,
    held: u32,
    count: u8,
}

impl Bits {
    fn put(&mut self, value: u16, length: u8) {
        for at in (0..length).rev() {
            self.held = (self.held << 1) | u32::from((value >> at) & 1);
            self.count += 1;
            if self.count == 8 {
                let byte = (self.held & 0xff) as u8;
                self.out.push(byte);
                if byte == 0xff {
                    self.out.push(0);
                }
                (self.held, self.count) = (0, 0);
            }
        }
    }

    fn put_symbol(&mut self, codes: &Codes, symbol: u8) {
        let (code, length) = codes.code.get(usize::from(symbol)).copied().unwrap_or_default();
        self.put(code, length);
    }

    /// The value in as many bits as it needs, negative ones as their complement.
    fn put_value(&mut self, value: i32, size: u8) {
        let bits = if value < 0 { value - 1 } else { value };
        self.put((bits & 0xffff) as u16, size);
    }

    fn end(mut self) -> Vec<u8> {
        while self.count != 0 {
            self.put(1, 1);
        }
        self.out.extend([0xff, 0xd9]);
        self.out
    }
}

/// One of the three components while it is being written.
struct Component {
    dc: Codes,
    ac: Codes,
    quantum: [f32; 64],
    before: i32,
}

impl Component {
    fn of(quanta: &[u8; 64], dc: &Huffman, ac: &Huffman) -> Self {
        Self { dc: Codes::of(dc), ac: Codes::of(ac), quantum: quanta.map(f32::from), before: 0 }
    }

    fn write(&mut self, bits: &mut Bits, block: &Block, cosines: &Block) {
        let turned = transform(block, cosines);
        let mut values = ZIGZAG.iter().map(|at| {
            let at = usize::from(*at);
            let (value, quantum) =
                (turned.get(at).copied().unwrap_or(0.0), self.quantum.get(at).copied().unwrap_or(1.0));
            (value / quantum).round() as i32
        });
        let first = values.next().unwrap_or_default();
        let step = first - std::mem::replace(&mut self.before, first);
        bits.put_symbol(&self.dc, size_of(step));
        bits.put_value(step, size_of(step));
        let mut zeros = 0_u8;
        for value in values {
            if value == 0 {
                zeros += 1;
                continue;
            }
            while zeros > 15 {
                bits.put_symbol(&self.ac, 0xf0);
                zeros -= 16;
            }
            bits.put_symbol(&self.ac, (zeros << 4) | size_of(value));
            bits.put_value(value, size_of(value));
            zeros = 0;
        }
        if zeros > 0 {
            bits.put_symbol(&self.ac, 0);
        }
    }
}

/// How many bits a value needs.
fn size_of(value: i32) -> u8 {
    (32 - value.unsigned_abs().leading_zeros()) as u8
}

/// `cosines[u * 8 + x]`: the cosine transform of one row, scaled.
fn cosines() -> Block {
    std::array::from_fn(|at| {
        let (u, x) = ((at / 8) as f32, (at % 8) as f32);
        let scale = if at < 8 { std::f32::consts::FRAC_1_SQRT_2 } else { 1.0 };
        scale / 2.0 * ((2.0 * x + 1.0) * u * std::f32::consts::PI / 16.0).cos()
    })
}

/// Rows first, then columns.
fn transform(block: &Block, cosines: &Block) -> Block {
    let rows = pass(block, cosines);
    pass(&rows, cosines)
}

/// Transforms each row and lays the result down as a column.
fn pass(block: &Block, cosines: &Block) -> Block {
    let mut out = [0.0; 64];
    for (y, row) in block.chunks_exact(8).enumerate() {
        for (u, wave) in cosines.chunks_exact(8).enumerate() {
            if let Some(place) = out.get_mut(u * 8 + y) {
                *place = row.iter().zip(wave).map(|(value, cosine)| value * cosine).sum();
            }
        }
    }
    out
}

/// A picture of three bytes a point as a JPEG.
pub(in crate::kernel::content) fn write(rgb: &[u8], width: u16, height: u16) -> Vec<u8> {
    let mut bits = Bits { out: head(width, height), held: 0, count: 0 };
    let mut luma = Component::of(&LUMA, &DC_LUMA, &AC_LUMA);
    let mut blue = Component::of(&CHROMA, &DC_CHROMA, &AC_CHROMA);
    let mut red = Component::of(&CHROMA, &DC_CHROMA, &AC_CHROMA);
    let cosines = cosines();
    let (wide, high) = (usize::from(width), usize::from(height));
    for top in (0..high).step_by(8) {
        for left in (0..wide).step_by(8) {
            let [y, b, r] = square(rgb, (wide, high), (left, top));
            luma.write(&mut bits, &y, &cosines);
            blue.write(&mut bits, &b, &cosines);
            red.write(&mut bits, &r, &cosines);
        }
    }
    bits.end()
}

/// Light, blue and red of a square; at the edges the last point is repeated.
fn square(rgb: &[u8], (wide, high): (usize, usize), (left, top): (usize, usize)) -> [Block; 3] {
    let mut blocks = [[0.0; 64]; 3];
    for at in 0..64 {
        let (x, y) = ((left + at % 8).min(wide - 1), (top + at / 8).min(high - 1));
        let start = (y * wide + x) * 3;
        let Some([r, g, b]) = rgb.get(start..start + 3).map(|point| [0, 1, 2].map(|n| part(point, n))) else {
            continue;
        };
        let light = 0.299 * r + 0.587 * g + 0.114 * b;
        let parts = [light - 128.0, 0.5643 * (b - light), 0.7133 * (r - light)];
        for (block, value) in blocks.iter_mut().zip(parts) {
            if let Some(place) = block.get_mut(at) {
                *place = value;
            }
        }
    }
    blocks
}

fn part(point: &[u8], n: usize) -> f32 {
    point.get(n).copied().map_or(0.0, f32::from)
}

/// Everything before the points: sides, quanta, codes.
fn head(width: u16, height: u16) -> Vec<u8> {
    let mut out = vec![0xff, 0xd8];
    let mut segment = |marker: u8, parts: &[&[u8]]| {
        let length = parts.iter().map(|part| part.len()).sum::<usize>() + 2;
        out.extend([0xff, marker]);
        out.extend((length as u16).to_be_bytes());
        parts.iter().for_each(|part| out.extend_from_slice(part));
    };
    segment(0xe0, &[b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"]);
    for (number, quanta) in [(0_u8, &LUMA), (1, &CHROMA)] {
        let ordered: Vec<u8> = ZIGZAG.iter().filter_map(|at| quanta.get(usize::from(*at)).copied()).collect();
        segment(0xdb, &[&[number], &ordered]);
    }
    let (w, h) = (width.to_be_bytes(), height.to_be_bytes());
    segment(0xc0, &[&[8], &h, &w, &[3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]]);
    for (kind, table) in [(0x00_u8, &DC_LUMA), (0x10, &AC_LUMA), (0x01, &DC_CHROMA), (0x11, &AC_CHROMA)] {
        segment(0xc4, &[&[kind], &table.counts, table.symbols]);
    }
    segment(0xda, &[&[3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]]);
    out
}
