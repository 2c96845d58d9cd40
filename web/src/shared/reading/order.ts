/** A list that the reader goes through message by message. */
export interface ReadingOrder {
  /** The page of the list, as a path with its query. */
  from: string;
  /** The message one further (1) or one back (-1); nothing at the ends. */
  neighbour: (id: string, step: 1 | -1) => Promise<string | undefined>;
}

let order: ReadingOrder | undefined;

/** The list from which the reader came to a message, kept by the list and used by the message. */
export const readingOrder = {
  set(next: ReadingOrder): void {
    order = next;
  },
  current(): ReadingOrder | undefined {
    return order;
  },
};
