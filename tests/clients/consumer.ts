// Reads all of a site with the types of `make client`, and prints how much there was:
// `node consumer.js http://localhost:8000`.

import type { components, paths } from "results-api";

declare const process: { argv: string[]; exitCode: number };

type Page = components["schemas"]["Page"];
type PageType = Page["meta"]["type"];
type Change = components["schemas"]["Changes"]["items"][number];

type Query<P extends keyof paths> = paths[P]["get"]["parameters"]["query"];
type Answer<P extends keyof paths> =
  paths[P]["get"]["responses"][200]["content"]["application/json"];

const LISTS = ["/api/v2/pages/", "/api/v2/documents/", "/api/v2/images/"] as const;
const LIMIT = 2;
const origin = process.argv[2] ?? "http://localhost:8000";

async function get<P extends keyof paths>(
  path: P,
  query?: Query<P>,
  id?: number,
): Promise<Answer<P>> {
  const address = new URL(path.replace("{id}", String(id)), origin);
  for (const [name, value] of Object.entries(query ?? {})) {
    address.searchParams.set(name, String(value)); // An array is joined by commas.
  }
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${await response.text()}`);
  return (await response.json()) as Answer<P>;
}

// TypeScript does not look into `meta` by itself.
function is<T extends PageType>(
  page: Page,
  type: T,
): page is Extract<Page, { meta: { type: T } }> {
  return page.meta.type === type;
}

async function idsOf(path: (typeof LISTS)[number]): Promise<number[]> {
  const ids: number[] = [];
  let cursor: string | null | undefined;
  do {
    const list: Answer<typeof path> = await get(path, {
      order: ["id"],
      limit: LIMIT,
      ...(cursor && { cursor }),
    });
    ids.push(...list.items.map((item) => item.id));
    cursor = list.meta.next;
  } while (cursor);
  return ids;
}

async function changes(): Promise<Change[]> {
  const found: Change[] = [];
  let cursor: string | undefined;
  for (;;) {
    const answer = await get("/api/v2/changes/", { limit: LIMIT, ...(cursor && { cursor }) });
    found.push(...answer.items);
    if (!answer.meta.has_more) return found;
    cursor = answer.meta.next;
  }
}

function wordsIn(page: Page): number {
  if (!is(page, "news.NewsPage")) return 0;
  const texts = page.body.flatMap((block) => {
    if (block.type === "rich_text") return [block.value];
    if (block.type === "heading") return [block.value.text];
    return [];
  });
  return [page.lead, ...texts].join(" ").split(/\s+/).length;
}

async function main(): Promise<void> {
  const [pages, documents, images] = await Promise.all(LISTS.map(idsOf));
  let words = 0;
  for (const id of pages!) words += wordsIn(await get("/api/v2/pages/{id}/", {}, id));
  for (const id of documents!) await get("/api/v2/documents/{id}/", {}, id);
  for (const id of images!) await get("/api/v2/images/{id}/", {}, id);

  const all = await changes();
  const live = all.filter((change) => change.live);
  const copied: Partial<Record<Change["resource"], number>> = {};
  for (const { resource } of live) copied[resource] = (copied[resource] ?? 0) + 1;
  // Two types at once, which are sent in one parameter.
  const dated = await get("/api/v2/pages/", { type: ["news.NewsPage", "news.StoryPage"] });

  const lists = { pages, documents, images };
  const gone = all.length - live.length;
  console.log(JSON.stringify({ lists, copied, gone, dated: dated.meta.total_count, words }));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
