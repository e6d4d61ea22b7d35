/** Waits for an event, and says which one when it does not come. */
export async function within<T>(milliseconds: number, what: string, event: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Waited ${milliseconds} ms in vain for ${what}`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([event, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
