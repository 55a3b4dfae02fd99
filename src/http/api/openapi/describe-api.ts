import { z } from 'zod';
import { postingRoutes } from '../posting-routes.ts';
import { problemShape } from '../shapes/problem-shape.ts';
import { requestShape } from '../shapes/request-shape.ts';
import { noticeShape } from '../shapes/notice-shape.ts';
import { receiversShape } from '../shapes/receivers-shape.ts';
import { describeNotices } from './describe-notices.ts';
import { describePosting } from './describe-posting.ts';
import { describeLookup } from './describe-lookup.ts';

/**
 * The API in OpenAPI 3.1, whose schemas are JSON Schema 2020-12. They are made from the schemas that check the bodies, so
 * that the two cannot disagree; one thing JSON Schema cannot say: lengths are counted in UTF-16 units.
 *
 * @param publicUrl origin under which others reach this server
 */
export function describeApi(publicUrl: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kickoff',
      version: '1',
      description:
        'Starts Microsoft 365 group conversations as a person, exactly once, and tells people in Teams about something. A call acts as the person in its token; notices may also be sent by an app alone.',
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    security: [{ entra: [] }],
    paths: {
      ...Object.fromEntries(
        postingRoutes.map((route) => [`/${route.path}`, { post: describePosting(route) }]),
      ),
      '/requests/{id}': { get: describeLookup() },
      ...describeNotices(),
    },
    components: {
      securitySchemes: {
        entra: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'Access token of Microsoft Entra (version 2) for Kickoff’s app registration: issued for a person with the scope Conversations.Start or, for notices, for an app alone with the role Notices.Send.',
        },
      },
      schemas: {
        Request: schemaOf(requestShape),
        Notice: schemaOf(noticeShape),
        Receivers: schemaOf(receiversShape),
        Problem: schemaOf(problemShape),
      },
    },
  };
}

function schemaOf(shape: z.ZodType): object {
  // Answers may grow: whoever reads them has to pass over fields that are new.
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io: 'input' });
  return schema;
}
