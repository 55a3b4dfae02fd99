/** What is used of a connector's pipeline (`@azure/core-rest-pipeline`); its types are not the connector's to give. */
export interface ConnectorPipeline {
  removePolicy(options: { name: string }): { name: string }[];
  addPolicy(policy: ConnectorPolicy): void;
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
  readonly headers: { set(name: string, value: string): void };
}
