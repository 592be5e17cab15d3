import { QUICK_QUERY } from '../../preload/contract/native';

/** True in the small window for a quick question; its page is the same, shown otherwise. */
export const isQuick = globalThis.location?.search === QUICK_QUERY;
