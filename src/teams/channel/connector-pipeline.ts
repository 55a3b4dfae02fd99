/** What is used of a connector's pipeline (`@azure/core-rest-pipeline`); its types are not the connector's to give. */
export interface ConnectorPipeline {
  removePolicy(options: { name: string }): { name: string }[];
  /** `Sign` is the phase next to the network: there an answer has not been made an error yet. */
  addPolicy(policy: ConnectorPolicy, options?: { phase: 'Sign' }): void;
}

export interface ConnectorPolicy {
  readonly name: string;
  sendRequest(
    request: ConnectorRequest,
    next: (request: ConnectorRequest) => Promise<{ status: number }>,
  ): Promise<{ status: number }>;
}

export interface ConnectorRequest {
  timeout: number;
  url: string;
  readonly headers: { set(name: string, value: string): void };
}
