/** Runs `job` once the frame that is being prepared is on screen. */
export const afterFrame = (job: () => void): void => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = job;
    port2.postMessage(null);
  });
};
