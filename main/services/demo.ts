import type { DemoServer } from '../demo/demo-server';

/** The server inside the app: started when it is first asked, ended with the app. */
export const createDemo = () => {
  let server: Promise<DemoServer> | null = null;
  return {
    baseUrl: async (): Promise<string> => {
      server ??= import('../demo/demo-server').then(({ startDemoServer }) => startDemoServer());
      return (await server).baseUrl;
    },
    close: async (): Promise<void> => {
      await (await server)?.close();
    },
  };
};
