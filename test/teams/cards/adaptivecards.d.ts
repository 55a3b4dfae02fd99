/** What the tests use of the bundle; its own types need a browser's. */
declare module 'adaptivecards/dist/adaptivecards.min.js' {
  interface Context {
    readonly eventCount: number;
    getEventAt(index: number): { event: number; message: string };
  }
  const AC: {
    SerializationContext: new (version: unknown) => Context;
    HostConfig: new (config: { actions: { maxActions: number } }) => unknown;
    AdaptiveCard: new () => {
      hostConfig: unknown;
      parse(source: unknown, context: Context): void;
      validateProperties(): { validationEvents: { message: string }[] };
      getAllInputs(): { id: string; value: unknown }[];
      toJSON(): unknown;
    };
    Versions: { v1_5: unknown; v1_6: unknown };
  };
  export default AC;
}
