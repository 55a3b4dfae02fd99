import type { OpenTypeExtension, Post } from '@microsoft/microsoft-graph-types';
import { markerNames } from './marker-names.ts';

interface MarkerExtension extends OpenTypeExtension {
  readonly '@odata.type': string;
  readonly requestId: string;
}

const type = 'microsoft.graph.openTypeExtension';

/**
 * The request's id as an open extension of a new post: for the call that is not documented to carry an extended
 * property. A post never has both. Source: learn.microsoft.com/graph opentypeextension-post-opentypeextension.
 *
 * @param requestId lower-case hex; undefined: no marker
 */
export function markerExtension(requestId: string | undefined): Pick<Post, 'extensions'> {
  if (requestId === undefined) return {};
  const extension: MarkerExtension = { '@odata.type': type, extensionName: markerNames.extension, requestId };
  return { extensions: [extension] };
}
