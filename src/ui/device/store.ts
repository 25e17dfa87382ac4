import { openDB, type IDBPDatabase } from 'idb';

/**
 * What a page keeps on the device, by key: plain values that outlive the page, the browser and the day. Signing out
 * empties all of it.
 */
export interface DeviceStore<Value> {
  read(key: string): Promise<Value | undefined>;
  write(key: string, value: Value): Promise<void>;
  remove(key: string): Promise<void>;
  /** Everything whose key begins so, in the order of the keys. */
  list(prefix: string): Promise<{ key: string; value: Value }[]>;
}

const SHELF = 'values';

/** Opens a store of the device. @throws where the browser keeps nothing, as in some private windows */
export async function openStore<Value>(name: string): Promise<DeviceStore<Value>> {
  const db: IDBPDatabase = await openDB(name, 1, {
    upgrade: (made) => void made.createObjectStore(SHELF),
  });
  return {
    read: (key) => db.get(SHELF, key),
    write: async (key, value) => {
      // Strict: resolved once it would outlive the battery.
      const tx = db.transaction(SHELF, 'readwrite', { durability: 'strict' });
      await Promise.all([tx.store.put(value, key), tx.done]);
    },
    remove: (key) => db.delete(SHELF, key),
    list: async (prefix) => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const tx = db.transaction(SHELF);
      const [keys, values] = await Promise.all([tx.store.getAllKeys(range), tx.store.getAll(range)]);
      return keys.map((key, index) => ({ key: String(key), value: values[index] as Value }));
    },
  };
}
