//! Chance that can be repeated (splitmix64): every run prints its `KLUBKO_SEED`, and takes one that it is given.

use uuid::Uuid;

pub struct Chance(u64);

impl Chance {
    pub fn new() -> Self {
        let given = std::env::var("KLUBKO_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed: u64 = given.unwrap_or_else(|| Uuid::new_v4().as_u64_pair().0);
        println!("KLUBKO_SEED={seed}");
        Self(seed)
    }

    /// Twice the same.
    pub fn twins() -> (Self, Self) {
        let one = Self::new();
        let other = Self(one.0);
        (one, other)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    pub fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}
