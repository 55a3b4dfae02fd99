import type { Announcements } from './announcements/announcements.ts';
import { createAnnouncements } from './announcements/create-announcements.ts';
import { findAudience } from './announcements/find-audience.ts';
import { tellMembers } from './announcements/tell-members.ts';
import { allowServiceUrls } from './config/allow-service-urls.ts';
import type { Configuration } from './config/configuration.ts';
import { createInstallForPerson } from './conversations/installing/create-install-for-person.ts';
import { createDescribeAccount } from './conversations/account/describe-account.ts';
import { createConversations, type Conversations } from './conversations/create-conversations.ts';
import { createForgetting } from './conversations/create-forgetting.ts';
import type { Person } from './conversations/person.ts';
import type { Log } from './conversations/ports/log.ts';
import { createBackground } from './conversations/system/create-background.ts';
import { randomIds } from './conversations/system/random-ids.ts';
import { systemClock } from './conversations/system/system-clock.ts';
import { systemTimer } from './conversations/system/system-timer.ts';
import { workDueRows, type RunningDueWork } from './conversations/work-due-rows.ts';
import { createAddressBook } from './graph/create-address-book.ts';
import { createAccountProbe } from './graph/create-account-probe.ts';
import { createAppCatalogue } from './graph/create-app-catalogue.ts';
import { createConversationSearch } from './graph/create-conversation-search.ts';
import { createDirectory } from './graph/create-directory.ts';
import { createGroupMembers } from './graph/create-group-members.ts';
import { createGroupMail } from './graph/create-group-mail.ts';
import { createHousekeeping } from './graph/create-housekeeping.ts';
import { createLookout } from './graph/create-lookout.ts';
import { createMailbox } from './graph/create-mailbox.ts';
import { createSubscriptions } from './graph/create-subscriptions.ts';
import { createServerTime } from './graph/server-time.ts';
import { createHttpServer } from './http/create-http-server.ts';
import { createDueGauges } from './http/metrics/create-due-gauges.ts';
import { countLogLines } from './http/metrics/count-log-lines.ts';
import { createCounters } from './http/metrics/create-counters.ts';
import { createMetricsRegistry } from './http/metrics/create-metrics-registry.ts';
import { observeOutgoing } from './http/metrics/observe-outgoing.ts';
import { serviceOf } from './http/metrics/service-of.ts';
import { createChannelApplication } from './identity/create-channel-application.ts';
import { createIdentity } from './identity/create-identity.ts';
import { openStorage } from './storage/open-storage.ts';
import { renderMarkdown } from './teams/bodies/render-markdown.ts';
import { sanitizeBody } from './teams/bodies/sanitize-body.ts';
import { writeMarkdown } from './teams/bodies/write-markdown.ts';
import { createTeams } from './teams/create-teams.ts';
import { createWatches, type Watches } from './watches/create-watches.ts';
import type { Notices } from './watches/ports/notices.ts';

export interface App {
  /** Listens, and begins to work on what is due. @throws the listener's own error, e.g. EADDRINUSE */
  start(): Promise<void>;
  /** Takes nothing new, lets what runs end, and closes everything; what is left is settled by the next start. */
  stop(): Promise<void>;
  /** Where this machine reaches the server, e.g. `http://localhost:3978`. */
  origin(): string;
  /** The use cases, for callers in this process. */
  readonly conversations: Conversations;
  readonly watches: Watches;
  readonly announcements: Announcements;
}

/** A turn ends within 4 s; the rest of that is for showing the receipt. */
const patience = 2_500;
/** How often due rows are looked for while there are none, in milliseconds; more often when answers are settled faster. */
const dueInterval = 1_000;
/** The same for watching and for telling many, where somebody waits for seconds only. */
const watchInterval = 500;
/** How often expired forms and tickets are removed, in milliseconds. */
const sweepInterval = 300_000;
/** How often it is looked for who and what is to be forgotten, in milliseconds. */
const forgetInterval = 30_000;
/** How long what runs may take to end when the process stops, in milliseconds. */
const stopPatience = 10_000;

/**
 * Joins the rooms: which part gets which. No logic.
 *
 * @param options.notices shows notices instead of Teams
 */
export async function createApp(
  configuration: Configuration,
  lines: Log,
  options: { notices?: Notices } = {},
): Promise<App> {
  const { endpoints, graph, times } = configuration;
  const metrics = createMetricsRegistry();
  const counters = createCounters(metrics);
  const log = countLogLines(lines, metrics);
  const clock = systemClock;
  const timer = systemTimer;
  const ids = randomIds;
  const background = createBackground(log);
  const { database, encryptionKeys } = configuration;
  const storage = await openStorage({
    database,
    encryptionKeys,
    holdMs: times.holdTime,
    noticeRate: configuration.watching.noticeRate,
    chatLimits: configuration.watching.chatLimits,
    log,
  });
  const { ledger, forms, fileStore, tickets, partitions, challenges, leases } = storage;
  const { chats, groupSlots: slots, tenantFacts: tenants } = storage;
  const holder = ids.uuid();
  const { lists, defaultGroups, waitingCommands } = storage;

  const identity = createIdentity({
    ...{ configuration, partitions, challenges, leases, tickets, clock, timer, ids, log },
    apiClients: configuration.api.clients,
  });
  const { tokens, signIn, accounts, callers, appTokens } = identity;
  const graphOptions = {
    endpoint: endpoints.graph,
    version: graph.version,
    log,
    serverTime: createServerTime(),
  };
  const directory = createDirectory(graphOptions);
  const addressBook = createAddressBook(graphOptions);
  const mailbox = createMailbox(graphOptions);
  const lookout = createLookout(graphOptions);
  const conversationSearch = createConversationSearch(graphOptions);

  const isServiceUrlAllowed = allowServiceUrls(endpoints.serviceUrlHosts);
  const isFileHostAllowed = allowServiceUrls(endpoints.fileHosts);
  const installForPerson = configuration.installForPeople
    ? createInstallForPerson({
        ...{ appTokens, clock, log },
        catalogue: createAppCatalogue({ ...graphOptions, manifestId: configuration.app.id }),
        installs: storage.personInstalls,
        count: counters.install,
      })
    : undefined;
  const teams = createTeams({
    isServiceUrlAllowed,
    isFileHostAllowed,
    isNamedHost: allowServiceUrls(endpoints.namedHosts),
    ...{
      configuration,
      forms,
      tokens,
      directory,
      mailbox,
      conversationSearch,
      signIn,
      tickets,
      leases,
      chats,
    },
    ...{ clock, timer, ids, background, log, lists, defaultGroups, waitingCommands },
    housekeeping: createHousekeeping(graphOptions),
    describeAccount: createDescribeAccount({ accounts, probe: createAccountProbe(graphOptions), tenants }),
    installations: storage.installations,
    reach: storage.reach,
    pace: storage.messagePace,
    personInstalls: storage.personInstalls,
    installForPerson,
    countNotice: counters.notice,
    channelApplication: createChannelApplication(configuration),
  });
  const watches = createWatches({
    ...{
      notices: options.notices ?? teams.notices,
      tokens,
      directory,
      slots,
      chats,
      clock,
      timer,
      ids,
      background,
      log,
      holder,
    },
    store: storage.watches,
    mail: createGroupMail(graphOptions),
    subscriptions: createSubscriptions({
      ...graphOptions,
      notificationUrl: `${configuration.server.publicUrl}/api/graph-notifications`,
    }),
    random: Math.random,
    pollInterval: times.pollInterval,
    sharedWatches: configuration.watching.shared,
  });
  const announcements: Announcements = createAnnouncements({
    ...{ tokens, clock, timer, ids, background, log, holder },
    store: storage.announcements,
    messages: teams.announcementMessages((id) => announcements.gaps(id)),
    members: createGroupMembers(graphOptions),
    random: Math.random,
  });
  const conversations = createConversations({
    ...{
      ledger,
      tokens,
      directory,
      mailbox,
      lookout,
      slots,
      tenants,
      fileStore,
      clock,
      timer,
      ids,
      background,
      log,
      patience,
    },
    receipts: teams.receipts,
    followUps: storage.followUps,
    followUp: (request) => Promise.all([watches.started(request), tellMembers(request, announcements)]),
    fileSource: teams.fileSource,
    random: Math.random,
    postDeadline: times.postDeadline,
    settleSchedule: times.settleSchedule,
    countState: counters.request,
    holder,
  });
  const forgetting = createForgetting({
    ...{ work: storage.forgetting, conversations, clock, log, holder, keepTexts: times.keepTexts },
    leave: (person) => watches.leaving(person),
    signOut: (person) => signIn.signOut(person),
  });
  const signedIn = async (person: Person): Promise<void> => {
    await Promise.all([
      conversations.signedIn(person),
      watches.signedIn(person),
      announcements.signedIn(person),
    ]);
  };
  createDueGauges(metrics, async () => [
    ...(await ledger.dueCounts()),
    await storage.followUps.dueCount(),
    ...(await storage.watches.dueCounts()),
    ...(await storage.announcements.dueCounts()),
  ]);
  const http = createHttpServer({
    ...{ configuration, isServiceUrlAllowed, signIn, clock, log },
    ...teams.connect({ conversations: { ...conversations, signedIn }, forgetting, watches, announcements }),
    notified: (calls) => watches.notified(calls),
    api: {
      ...{ conversations, callers, signIn, chats, timer, counter: storage.callCounter },
      announcements,
      wantsToWatch: async (person) => (await watches.settings(person)).watchStarted,
      findAudience: (named, sender) =>
        findAudience(named, sender, { tokens, directory, addressBook, rosters: teams.rosters }),
      rich: { renderMarkdown, sanitizeBody, writeMarkdown },
    },
    health: () => storage.healthy(),
    metrics,
  });

  const endObserving = observeOutgoing(
    metrics,
    serviceOf({ endpoints, isServiceUrlAllowed, isFileHostAllowed }),
  );
  let due: RunningDueWork[] = [];
  return {
    async start() {
      await http.start();
      const sweep = { workDue: () => storage.sweep(clock.now()).then(() => 0) };
      const [soonest = dueInterval] = times.settleSchedule;
      due = [
        ...conversations.work.map((work) =>
          workDueRows(work, { timer, log, interval: Math.min(dueInterval, soonest / 2) }),
        ),
        ...[...watches.work, ...announcements.work].map((work) =>
          workDueRows(work, { timer, log, interval: watchInterval }),
        ),
        workDueRows(sweep, { timer, log, interval: sweepInterval }),
        workDueRows(forgetting, { timer, log, interval: forgetInterval }),
      ];
    },
    async stop() {
      await http.stop();
      await Promise.race([
        Promise.all([...due.map((each) => each.stop()), background.idle()]),
        timer.wait(stopPatience),
      ]);
      await storage.close();
      endObserving();
    },
    origin: () => http.origin(),
    conversations,
    watches,
    announcements,
  };
}
