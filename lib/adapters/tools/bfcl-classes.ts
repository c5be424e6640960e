/** Which file of multi_turn_func_doc documents which class, as BFCL's own constants have it. */
import type { ApiKey } from '../../corpus/index.ts';

const FILES: Readonly<Record<string, string>> = {
  GorillaFileSystem: 'gorilla_file_system.json',
  MathAPI: 'math_api.json',
  MemoryAPI_kv: 'memory_kv.json',
  MemoryAPI_rec_sum: 'memory_rec_sum.json',
  MemoryAPI_vector: 'memory_vector.json',
  MessageAPI: 'message_api.json',
  TicketAPI: 'ticket_api.json',
  TradingBot: 'trading_bot.json',
  TravelAPI: 'travel_booking.json',
  TwitterAPI: 'posting_api.json',
  VehicleControlAPI: 'vehicle_control.json',
  WebSearchAPI: 'web_search.json',
};

export const BFCL_FUNCTION_FILES = Object.values(FILES);

/** @returns the name of the file; null where the class is not known */
export function bfclFileOf(className: string): string | null {
  return Object.hasOwn(FILES, className) ? FILES[className]! : null;
}

/** @returns where the functions of a file belong in the catalogue; null where the file documents no class of BFCL */
export function bfclPlace(path: string): Omit<ApiKey, 'name'> | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const found = Object.entries(FILES).find(([, file]) => file === name);
  return found === undefined || !/(?:^|\/)multi_turn_func_doc\//.test(path)
    ? null
    : { provider: 'bfcl', tool: found[0] };
}
