import { CsbsTimeoutError } from "../errors.ts";
import { longestTimer } from "./clock.ts";

/**
 * Runs a task with a signal that aborts when the caller's does or when the time is up, and leaves
 * neither timer nor listener behind. An ended time shows as CsbsTimeoutError, the caller's abort as
 * the reason of the caller's signal.
 */
export async function withDeadline<T>(
  {
    timeout,
    signal,
    operation,
  }: { timeout: number; signal?: AbortSignal | undefined; operation?: string | undefined },
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const forward = () => controller.abort(signal?.reason);
  const expire = () => controller.abort(new CsbsTimeoutError(timeout, { operation }));
  const timer =
    timeout === Number.POSITIVE_INFINITY ? undefined : setTimeout(expire, Math.min(timeout, longestTimer));
  signal?.addEventListener("abort", forward, { once: true });
  try {
    return await task(controller.signal);
  } catch (error) {
    controller.signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", forward);
  }
}
