/** The fit's state in the URL. */
import { createParser } from 'nuqs/server';
import { parseRepeated, serializeList } from './codecs.ts';
import { id, list, word } from './parsers.ts';

const LAW_NAMES = ['gaussian-process', 'linear', 'exponential', 'power', 'two-sided'] as const;

/** Least and most weight of a domain. */
export type BoundsByDomain = Readonly<Record<string, readonly [number, number]>>;

const eq = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** `code:0.1..0.4,text:0..0.5` */
const bounds = createParser<BoundsByDomain>({
  parse: (text) => {
    const found = (parseRepeated(text) ?? []).flatMap((item) => {
      const [, domain, low, high] = /^(.+):(\d(?:\.\d{1,6})?)\.\.(\d(?:\.\d{1,6})?)$/.exec(item) ?? [];
      return domain === undefined || Number(low) > 1 || Number(high) > 1
        ? []
        : [[domain, [Number(low), Number(high)] as const] as const];
    });
    return found.length === 0 ? null : Object.fromEntries(found);
  },
  serialize: (value) =>
    serializeList(Object.entries(value).map(([domain, [low, high]]) => `${domain}:${low}..${high}`)),
  eq,
}).withDefault({});

/** `loss=eval code`: roles of columns that were chosen by hand. */
const roles = createParser<Readonly<Record<string, string>>>({
  parse: (text) => {
    const found = (parseRepeated(text) ?? []).flatMap((item) => {
      const at = item.indexOf('=');
      return at <= 0 ? [] : [[item.slice(at + 1), item.slice(0, at)] as const];
    });
    return found.length === 0 ? null : Object.fromEntries(found);
  },
  serialize: (value) => serializeList(Object.entries(value).map(([column, role]) => `${role}=${column}`)),
  eq,
}).withDefault({});

const share = createParser<number>({
  parse: (text) => (/^(?:0(?:\.\d{1,3})?|1)$/.test(text) ? Number(text) : null),
  serialize: String,
});

/** Letters of a packed table; what they hold is looked at when it is unpacked. */
const packed = createParser<string>({
  parse: (text) => (/^[\w-]{1,8192}$/.test(text) ? text : null),
  serialize: (value) => value,
});

export const fitParsers = {
  /** Addresses of one or two files of runs. */
  runs: list,
  /** A small pasted table, packed. */
  table: packed,
  law: word(LAW_NAMES).withDefault('gaussian-process'),
  target: id,
  opposing: id,
  group: list,
  /** How much the first loss counts. */
  trade: share.withDefault(0.5),
  bounds,
  roles,
} as const;
