/** A notice is read after a holiday, too, and answered then: its form is good for as long as that, in milliseconds. */
export const replyLifetime = 30 * 24 * 3_600_000;
