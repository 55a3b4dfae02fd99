import { GraphRefusal } from './graph-refusal.ts';

/** @throws GraphRefusal always: 400 that names the property. */
export function refuseProperty(name: string): never {
  throw new GraphRefusal(
    400,
    'RequestBodyRead',
    `The property '${name}' does not exist on type 'microsoft.graph.post'. Make sure to only use property names that are defined by the type.`,
  );
}
