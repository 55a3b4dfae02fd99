import type { INetworkModule } from '@azure/msal-node';

/** No way to Entra: MSAL answers from its cache, or fails. */
export const offlineNetwork: INetworkModule = {
  sendGetRequestAsync: () => Promise.reject(new Error('nothing may be sent')),
  sendPostRequestAsync: () => Promise.reject(new Error('nothing may be sent')),
};
