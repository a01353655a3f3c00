// A browser or a server that never answers must not hold a whole run: everything that is waited for has an end.

/** What the work gave, or `instead` when it took longer than `ms`; without `instead` being late is an error. */
export async function within(ms, work, instead = undefined) {
  let timer;
  const late = new Promise((done, refuse) => {
    timer = setTimeout(() => (instead === undefined ? refuse(new Error(`not done within ${ms / 1000} s`)) : done(instead)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
